import type { Message } from '../send-mail.ts'

/** Minutes a magic link can be used. */
export const linkMinutes = 10

/** The words of the magic-link mail. It carries no learner's text, so nothing in it needs trust. */
export function signInEmail({ link, host }: { link: string; host: string }): Message {
  const lines = [
    `Open this link to sign in to Codify (${host}):`,
    `It works once, for ${linkMinutes} minutes. The page it opens has a button that signs you in.`,
    'If you did not ask for it, you can ignore this message: nobody can sign in without the link.',
  ]
  return {
    subject: 'Your sign-in link for Codify',
    text: `${lines[0]}\n\n${link}\n\n${lines[1]}\n\n${lines[2]}\n`,
    html: `<!doctype html><html lang="en"><body style="margin:0;padding:32px 16px;background:#f7f7f9;font-family:system-ui,-apple-system,'Segoe UI',Arial,sans-serif;color:#1b1d23">
<div style="max-width:480px;margin:0 auto;background:#ffffff;border:1px solid #e4e5ea;border-radius:12px;padding:32px">
<p style="margin:0 0 24px;font-size:18px;font-weight:600">Sign in to Codify</p>
<p style="margin:0 0 24px"><a href="${escapeHtml(link)}" style="display:inline-block;background:#4550c4;color:#ffffff;text-decoration:none;font-weight:600;font-size:15px;padding:12px 20px;border-radius:8px">Continue to Codify</a></p>
<p style="margin:0 0 12px;font-size:14px;line-height:1.6;color:#555a66">${escapeHtml(lines[1] ?? '')}</p>
<p style="margin:0;font-size:14px;line-height:1.6;color:#555a66">${escapeHtml(lines[2] ?? '')}</p>
</div></body></html>`,
  }
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

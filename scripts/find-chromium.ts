import fs from 'node:fs'

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The Chromium of `CHROMIUM_PATH`, else of the usual places; undefined when none is there. */
export function findChromium(env: Record<string, string | undefined>): string | undefined {
  const places = env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : USUAL_PLACES
  return places.find((place) => fs.existsSync(place))
}

/** The command that installs one on this kind of system. */
export function installChromiumCommand(platform: NodeJS.Platform): string {
  return platform === 'darwin' ? 'brew install --cask chromium' : 'sudo apt-get install --yes chromium'
}

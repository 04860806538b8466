import { z } from 'zod'
import { dateTime, day, givenDateTime, uuid } from '../../shared/schemas.ts'
import { tokenScopeSchema } from '../../shared/token-scopes.ts'

export const TOKENS_MAX = 20
/** Days that a token lives where no end is given. */
export const TOKEN_DEFAULT_DAYS = 90

export const createTokenSchema = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1, 'Give it a name.')
      .max(60, 'At most 60 characters.')
      .regex(/^\P{Cc}*$/u, 'One line, without control characters.')
      .meta({ description: 'What it is for, such as “Laptop”.', example: 'Laptop' }),
    scopes: z
      .array(tokenScopeSchema)
      .min(1, 'Choose at least one scope.')
      .max(10)
      .transform((all) => [...new Set(all)])
      .meta({ example: ['plan:read', 'practice:write'] }),
    expires_at: givenDateTime
      .nullable()
      .optional()
      .meta({ description: `Null: no end. Left out: ${TOKEN_DEFAULT_DAYS} days from now.` }),
  })
  .meta({ ref: 'CreateToken' })
export type CreateToken = z.input<typeof createTokenSchema>

export const tokenSchema = z
  .object({
    id: uuid,
    name: z.string(),
    prefix: z.string().meta({ description: 'How the token begins; the rest is not stored.' }),
    scopes: z.array(tokenScopeSchema),
    created_at: dateTime,
    expires_at: dateTime.nullable(),
    expired: z.boolean(),
    last_used_on: day.nullable().meta({ description: 'A day in UTC.' }),
  })
  .meta({ ref: 'Token' })
export type Token = z.infer<typeof tokenSchema>

export const newTokenSchema = tokenSchema
  .extend({ token: z.string().meta({ description: 'Shown this once.', example: `cdf_${'x'.repeat(43)}` }) })
  .meta({ ref: 'NewToken' })
export type NewToken = z.infer<typeof newTokenSchema>

export const tokenListSchema = z.object({ items: z.array(tokenSchema) }).meta({ ref: 'TokenList' })
export const tokenParamSchema = z.object({ id: uuid })

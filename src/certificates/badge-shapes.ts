import { z } from 'zod';

const MAX_TEXT = 500;
const text = z.string().max(MAX_TEXT);
const types = z.union([text, z.array(text)]).transform((type) => [type].flat());
/** Contexts are compared with the published ones, and never fetched. */
const contexts = z.union([text, z.array(z.unknown())]).transform((context) => [context].flat());
const nameOf = z.union([text, z.record(z.string(), text).transform((names) => Object.values(names)[0] ?? '')]);

/** An assertion of Open Badges 2.0 with its badge and issuer inside; hosted ones are addresses, which aren't fetched. */
export const Assertion2 = z.object({
  '@context': contexts.refine((all) => all.includes('https://w3id.org/openbadges/v2')),
  type: types.refine((all) => all.includes('Assertion')),
  recipient: z.object({ identity: text, hashed: z.boolean().default(false), salt: text.optional() }),
  badge: z.union([text, z.object({ name: nameOf, issuer: z.union([text, z.object({ name: nameOf })]) })]),
  issuedOn: text.optional(),
  expires: text.optional(),
});

const Identity3 = z.object({ identityHash: text, hashed: z.boolean().default(false), salt: text.optional() });

const CONTEXT_3 = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(?:-3\.0\.\d+)?\.json$/u;

/** A credential of Open Badges 3.0. */
export const Credential3 = z.object({
  '@context': contexts.refine((all) => all.some((one) => typeof one === 'string' && CONTEXT_3.test(one))),
  type: types.refine((all) => all.includes('OpenBadgeCredential') || all.includes('AchievementCredential')),
  issuer: z.union([text, z.object({ id: text.optional(), name: nameOf.optional() })]),
  validFrom: text.optional(),
  issuanceDate: text.optional(),
  validUntil: text.optional(),
  expirationDate: text.optional(),
  credentialSubject: z.object({
    identifier: z
      .union([Identity3, z.array(Identity3)])
      .transform((identifier) => [identifier].flat())
      .optional(),
    achievement: z.object({ name: nameOf }),
  }),
});

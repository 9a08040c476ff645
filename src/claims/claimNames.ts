/** Which claim names are defined by the standard, and which stand in the IANA registry? RFC 7519 §4.1, §10.1. */

/** The registry’s own date of its last change; sources in data/README.md. */
export const CLAIM_REGISTRY_DATE = '2026-07-20'

/** The seven of RFC 7519 §4.1. */
export const registeredClaimNames: ReadonlySet<string> = new Set([
  'iss',
  'sub',
  'aud',
  'exp',
  'nbf',
  'iat',
  'jti',
])

/** All other names of the IANA registry “JSON Web Token Claims”. */
export const publicClaimNames: ReadonlySet<string> = new Set(
  `
name given_name family_name middle_name nickname preferred_username profile picture website
email email_verified gender birthdate zoneinfo locale phone_number phone_number_verified address
updated_at azp nonce auth_time at_hash c_hash acr amr sub_jwk _claim_names _claim_sources cnf
sip_from_tag sip_date sip_callid sip_cseq_num sip_via_branch orig dest mky rph attest origid div
opt sph rcd rcdi crn msgi atc stpl jcard events toe txn sub_id sid vot vtm act may_act scope
client_id at_use_nbr vc vp ace_profile cnonce exi roles groups entitlements token_introspection
eat_nonce ueid sueids oemid hwmodel hwversion oemboot dbgstat location eat_profile submods
uptime bootcount bootseed dloas swname swversion manifests measurements measres intuse cmw cdniv
cdnicrit cdniip cdniuc cdniets cdnistt cdnistd sig_val_claims authorization_details
verified_claims place_of_birth nationalities birth_family_name birth_given_name
birth_middle_name salutation title msisdn also_known_as htm htu ath rdap_allowed_purposes
rdap_dnt_allowed geohash _sd ... _sd_alg sd_hash consumerPlmnId consumerSnpnId producerPlmnId
producerSnpnId producerSnssaiList producerNsiList producerNfSetId producerNfServiceSetId
sourceNfInstanceId analyticsIdList resOwnerId jwks metadata constraints crit ref delegation
logo_uri authority_hints trust_anchor_hints trust_marks trust_mark_issuers trust_mark_owners
metadata_policy metadata_policy_crit source_endpoint keys trust_mark_type trust_chain
trust_anchor status status_list ttl
`
    .trim()
    .split(/\s+/),
)

const mask = '***';
const secretName = String.raw`[\w.-]*(?:pass(?:word|wd|phrase)?|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|credentials?|auth)[\w.-]*`;
// A reference to a variable is no secret: `$TOKEN`, `${TOKEN}`, `${{ secrets.TOKEN }}`, `%TOKEN%`, `{{ .Values.token }}`.
const literal = String.raw`(?:"[^"$%{<]+"|'[^'$%{<]+'|[^\s"'$%{<,;&|)][^\s"',;&|)]*)`;
const assigned = new RegExp(
  `(^|[^\\w.-])(-{0,2}${secretName})(\\s*[=:]\\s*|(?<=--${secretName})\\s+)(${literal})`,
  'gi',
);
const userInfo = /(\b[a-z][a-z0-9+.-]{1,20}:\/\/)([^\s/@'"]*):([^\s/@'"$]+)@/gi;
const bearer = /\b(bearer|basic)(\s+)([A-Za-z0-9+/=._~-]{8,})/gi;
const userOption = /(\bcurl\b[^|;&]*?\s(?:-u|--user)[\s=]+)([^\s:$]+):([^\s$]+)/gi;
const knownToken =
  /\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|glpat-[\w-]{15,}|AKIA[0-9A-Z]{16}|xox[abprs]-[\w-]{10,}|sk_live_\w{10,}|AIza[\w-]{30,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*)/g;

const longest = 400;

/** One line that is safe to show: white space folded, control characters dropped, at most 400 characters, literal secrets masked. */
export function shown(text: string): string {
  const masked = oneLine(text)
    .replace(knownToken, mask)
    .replace(userInfo, `$1${mask}@`)
    .replace(userOption, `$1${mask}`)
    .replace(bearer, `$1$2${mask}`)
    .replace(assigned, `$1$2$3${mask}`);
  return masked.length > longest ? `${masked.slice(0, longest - 1)}…` : masked;
}

/** White space folded and control characters dropped; for what is no secret, whatever it is called: `secrets.tf:12`. */
export function oneLine(text: string): string {
  return [...text.slice(0, 4 * longest)]
    .map(character => (/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u.test(character) ? ' ' : character))
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}

/**
 * Whether a variable is a secret by its name and, where that is written out, its value: a plain word says how tokens are
 * made, `TOKEN_GENERATION: hash`. `value`: null where it is not known.
 */
export function isSecret(name: string, value: string | null): boolean {
  if (/^(?:true|false|yes|no|on|off|[01])$/i.test(value ?? '')) return false;
  const isWord = value !== null && /^[a-z]{2,20}$/.test(value);
  return isSecretName(name) && !(isWord && !/pass|secret|salt|key|dsn|credential|token$/i.test(name));
}

/** Whether the name of a variable says that its value is secret. */
export function isSecretName(name: string): boolean {
  // Where tokens are given out and kept, what they are called, and for how long they hold, is no secret.
  if (
    /[_.-](?:endpoint|ttl|timeout|expiry|lifetime|algorithm|issuer|name|header|url|uri|path|file|enabled|disabled|required|user|username|host|port|mode|type)$/i.test(
      name,
    )
  )
    return false;
  // What everybody may see, and what only tells one text of many, is none.
  if (/(?:public|site)[_.-]?key$|template[_.-]?id$/i.test(name)) return false;
  return /(?:^|[_.-])(?:pass|passwd|password|passphrase|secret|secrets|token|credential|credentials|apikey|api[_-]key|access[_-]key|private[_-]key|encryption[_-]?key|signing[_-]?key|salt|dsn|auth)(?:$|[_.-])|(?:^|_)key$|password|secret/i.test(
    name,
  );
}

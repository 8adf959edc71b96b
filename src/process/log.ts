import { LogLevel, type Logger as SlackLogger } from '@slack/bolt';
import { type DestinationStream, type Logger, pino } from 'pino';

/** Shorter ones are no secrets, and would blot out words. */
const shortestSecret = 4;

/** Every form in which a secret may stand in a line: as it is and in a URL, each as JSON writes it. */
function writtenForms(secret: string): string[] {
  const plain = [secret, encodeURIComponent(secret.toWellFormed()), encodeURI(secret.toWellFormed())];
  return plain.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]);
}

/**
 * The log: JSON lines, on standard error unless told otherwise. Whatever a library may put into an error, none of
 * `secrets` gets through.
 */
export function openLog(
  level: string,
  secrets: readonly (string | undefined)[],
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  const forms = secrets
    .filter((secret): secret is string => secret !== undefined && secret.length >= shortestSecret)
    .flatMap(writtenForms)
    // A secret may be a part of another one.
    .toSorted((a, b) => b.length - a.length);
  const mask = (line: string) => forms.reduce((text, form) => text.replaceAll(form, '***'), line);
  const options = { level, serializers: { error: pino.stdSerializers.err }, hooks: { streamWrite: mask } };
  return pino(options, destination);
}

/** The log that Slack's own libraries write to. It keeps their warnings and errors only, because they say a lot. */
export function slackLogger(log: Logger): SlackLogger {
  const say =
    (level: 'debug' | 'warn' | 'error') =>
    (...parts: unknown[]) =>
      log[level]({ from: 'slack' }, parts.map(String).join(' '));
  return {
    debug: () => undefined,
    info: say('debug'),
    warn: say('warn'),
    error: say('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.INFO,
    setName: () => undefined,
  };
}

import { LogLevel, type Logger as SlackLogger } from '@slack/bolt';
import { type DestinationStream, type Logger, pino } from 'pino';
import type { Secrets } from './secrets.ts';

/**
 * The log: JSON lines, on standard error by default. Whatever a library may put into an error, none of `secrets` gets
 * through.
 */
export function openLog(
  level: string,
  secrets: Secrets,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Logger {
  const hooks = { streamWrite: (line: string) => secrets.mask(line) };
  return pino({ level, serializers: { error: pino.stdSerializers.err }, hooks }, destination);
}

/** The log that Slack's own libraries write to. It keeps only their warnings and errors, because they write a lot. */
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

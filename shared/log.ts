/**
 * Structured logs: one JSON object a line, on stderr. Fields are chosen by the caller and never hold personal
 * data or secrets: ids, codes, durations. Messages are constants, so that lines can be grouped.
 */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';
export type LogFields = Record<string, string | number | boolean | null | undefined>;

const ORDER: Record<LogLevel, number> = { debug: 10, info: 20, warn: 30, error: 40, silent: 99 };

export class Log {
  constructor(
    private readonly level: LogLevel,
    private readonly fields: LogFields = {},
    private readonly write: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
  ) {}

  /** A log whose lines all carry these fields too. */
  with(fields: LogFields): Log {
    return new Log(this.level, { ...this.fields, ...fields }, this.write);
  }

  debug(message: string, fields?: LogFields): void {
    this.line('debug', message, fields);
  }

  info(message: string, fields?: LogFields): void {
    this.line('info', message, fields);
  }

  warn(message: string, fields?: LogFields): void {
    this.line('warn', message, fields);
  }

  /** `cause` gives its name, message and stack; an error's message must not carry personal data either. */
  error(message: string, cause?: unknown, fields?: LogFields): void {
    this.line('error', message, { ...fields, ...describe(cause) });
  }

  private line(level: LogLevel, message: string, fields?: LogFields): void {
    if (ORDER[level] < ORDER[this.level]) return;
    this.write(JSON.stringify({ time: new Date().toISOString(), level, message, ...this.fields, ...fields }));
  }
}

function describe(cause: unknown): LogFields {
  if (cause === undefined) return {};
  if (!(cause instanceof Error)) return { error: String(cause) };
  return { error: `${cause.name}: ${cause.message}`, stack: cause.stack };
}

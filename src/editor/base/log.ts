import { type LogOutputChannel, window } from "vscode";

/** The one log of the extension, with the name of the speaking component before each line. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, cause?: unknown): void;
  /** The same log for another component. */
  for(component: string): Log;
}

class TaggedLog implements Log {
  private readonly channel: LogOutputChannel;
  private readonly component: string;
  constructor(channel: LogOutputChannel, component: string) {
    this.channel = channel;
    this.component = component;
  }
  info(message: string): void {
    this.channel.info(`[${this.component}] ${message}`);
  }

  warn(message: string): void {
    this.channel.warn(`[${this.component}] ${message}`);
  }

  error(message: string, cause?: unknown): void {
    const reason = cause instanceof Error ? (cause.stack ?? cause.message) : cause;
    this.channel.error(`[${this.component}] ${message}${reason === undefined ? "" : `: ${String(reason)}`}`);
  }

  for(component: string): Log {
    return new TaggedLog(this.channel, component);
  }
}

export function createLog(): { readonly channel: LogOutputChannel; readonly log: Log } {
  const channel = window.createOutputChannel("MLflow Runs", { log: true });
  return { channel, log: new TaggedLog(channel, "editor") };
}

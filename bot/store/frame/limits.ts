/**
 * How long anything may take. The server's own limits come first; ours is for a server, or a network, that says
 * nothing at all: the connection is given up with everything that was asked on it. A lost connection is out of the
 * pool within `idleMs` or `answerMs`, so that service is back well within half a minute of the database's return.
 */
export const limits = {
  connectMs: 5_000,
  lockMs: 8_000,
  statementMs: 10_000,
  answerMs: 12_000,
  idleMs: 10_000,
};

/** Both ends look after a line on which nothing is said; a dead client would hold one of the server's few places. */
const keepAlive = ['tcp_keepalives_idle=30', 'tcp_keepalives_interval=10', 'tcp_keepalives_count=3'];

/** A connection of ours: whose it is, how long it waits, and what the server is told of it. */
export const lineTo = (connectionString: string, application_name: string, settings: string[] = []) => ({
  connectionString,
  application_name,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  connectionTimeoutMillis: limits.connectMs,
  idleTimeoutMillis: limits.idleMs,
  query_timeout: limits.answerMs,
  options: [...keepAlive, ...settings].map((setting) => `-c ${setting}`).join(' '),
});

-- The first form of the file. It is never edited once released: what changes comes as 0002, 0003, ...
-- Instants are whole milliseconds since 1970-01-01T00:00:00Z. A thread of '' is the conversation itself.

-- What is known of the file itself: one line. "commits" grows with each transaction of the writer; its witness beside the
-- file tells when the newest commits are missing. "alive" is when the bot was last known to be running.
CREATE TABLE meta (
  one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  boots   INTEGER NOT NULL,
  commits INTEGER NOT NULL,
  clean   INTEGER NOT NULL CHECK (clean IN (0, 1)),
  alive   INTEGER
) STRICT;
INSERT INTO meta (one, boots, commits, clean, alive) VALUES (1, 0, 0, 1, NULL);

-- Where each platform's stream was left.
CREATE TABLE cursor (
  platform TEXT NOT NULL PRIMARY KEY,
  position TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was dealt with, so that the same thing delivered twice counts once. Forgotten after 30 days.
CREATE TABLE inbox (
  key TEXT    NOT NULL PRIMARY KEY,
  at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A sandbox is somebody's trial in their private chat: it goes as a whole, and alone does. No coop becomes one.
CREATE TABLE coop (
  id       TEXT    NOT NULL PRIMARY KEY,
  version  INTEGER NOT NULL CHECK (version > 0),
  secret   BLOB    NOT NULL,
  sandbox  INTEGER NOT NULL CHECK (sandbox IN (0, 1)),
  next_due INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX coop_due ON coop (next_due) WHERE next_due IS NOT NULL;

CREATE TRIGGER coop_stays_what_it_began_as BEFORE UPDATE OF id, sandbox ON coop
BEGIN SELECT RAISE(ABORT, 'a coop never becomes a sandbox'); END;

-- The last number given per kind of document: numbers are never used again, even when their document is gone.
CREATE TABLE counter (
  coop TEXT    NOT NULL REFERENCES coop (id),
  kind TEXT    NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (coop, kind)
) STRICT, WITHOUT ROWID;

-- Which coop a place belongs to.
CREATE TABLE room (
  platform     TEXT NOT NULL,
  bot          TEXT NOT NULL,
  conversation TEXT NOT NULL,
  thread       TEXT NOT NULL,
  coop         TEXT NOT NULL REFERENCES coop (id),
  PRIMARY KEY (platform, bot, conversation, thread)
) STRICT, WITHOUT ROWID;

-- Which members an account is, and where the bot may write to its person alone.
CREATE TABLE account (
  platform          TEXT    NOT NULL,
  id                TEXT    NOT NULL,
  coop              TEXT    NOT NULL REFERENCES coop (id),
  member            INTEGER NOT NULL,
  chat_platform     TEXT,
  chat_bot          TEXT,
  chat_conversation TEXT,
  chat_thread       TEXT,
  current           INTEGER NOT NULL CHECK (current IN (0, 1)),
  PRIMARY KEY (platform, id, coop),
  CHECK ((chat_platform IS NULL) = (chat_conversation IS NULL)
     AND (chat_bot IS NULL) = (chat_conversation IS NULL)
     AND (chat_thread IS NULL) = (chat_conversation IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX account_coop ON account (coop);

-- What a coop knows, one JSON document per thing. "v" is the version of the document's own form.
CREATE TABLE doc (
  coop    TEXT    NOT NULL REFERENCES coop (id),
  kind    TEXT    NOT NULL,
  id      INTEGER NOT NULL,
  v       INTEGER NOT NULL,
  settled INTEGER NOT NULL CHECK (settled IN (0, 1)),
  json    TEXT    NOT NULL CHECK (json_valid(json)),
  PRIMARY KEY (coop, kind, id)
) STRICT, WITHOUT ROWID;

-- Who did what and when: ids only, and append-only. Names stand in documents, words and contents in the two tables below,
-- which erasure alone rewrites. Who looks for a line of the last hours walks back from the newest: each index would be one more
-- page to write for every message.
CREATE TABLE trace (
  coop         TEXT    NOT NULL REFERENCES coop (id),
  seq          INTEGER NOT NULL,
  key          TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  said_at      INTEGER NOT NULL,
  actor        INTEGER,
  on_behalf_of INTEGER,
  room         INTEGER,
  command      TEXT    NOT NULL,
  undoes       INTEGER,
  answer       TEXT,
  PRIMARY KEY (coop, seq)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER trace_is_never_changed BEFORE UPDATE ON trace
BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;
CREATE TRIGGER trace_is_never_removed BEFORE DELETE ON trace
WHEN coalesce((SELECT sandbox FROM coop WHERE id = OLD.coop), 0) = 0
BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;

-- The documents of a turn, in the order it kept them, before and after.
CREATE TABLE trace_doc (
  coop   TEXT    NOT NULL,
  seq    INTEGER NOT NULL,
  n      INTEGER NOT NULL,
  kind   TEXT    NOT NULL,
  id     INTEGER NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after  TEXT CHECK (after IS NULL OR json_valid(after)),
  PRIMARY KEY (coop, seq, n),
  FOREIGN KEY (coop, seq) REFERENCES trace (coop, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX trace_doc_document ON trace_doc (coop, kind, id, seq);

-- The words of a turn, as they were typed.
CREATE TABLE trace_text (
  coop  TEXT    NOT NULL,
  seq   INTEGER NOT NULL,
  words TEXT    NOT NULL,
  PRIMARY KEY (coop, seq),
  FOREIGN KEY (coop, seq) REFERENCES trace (coop, seq)
) STRICT, WITHOUT ROWID;

-- What waits to be said, in order; positions grow with meta.commits and are never used again. "turn" is the version of the coop that said it. A row
-- leaves when it was said. What had to be given up stays as a dead letter: why and when, without its words.
CREATE TABLE outbox (
  position        INTEGER NOT NULL PRIMARY KEY,
  id              TEXT    NOT NULL UNIQUE,
  coop            TEXT    NOT NULL REFERENCES coop (id),
  turn            INTEGER NOT NULL,
  at              INTEGER NOT NULL,
  platform        TEXT    NOT NULL,
  bot             TEXT    NOT NULL,
  conversation    TEXT    NOT NULL,
  thread          TEXT    NOT NULL,
  awaits_platform TEXT,
  awaits_id       TEXT,
  replaces        TEXT,
  until           INTEGER,
  message         TEXT CHECK (message IS NULL OR json_valid(message)),
  failure         TEXT,
  failed_at       INTEGER,
  CHECK ((message IS NULL) = (failure IS NOT NULL)),
  CHECK ((failed_at IS NULL) = (failure IS NULL)),
  CHECK ((awaits_platform IS NULL) = (awaits_id IS NULL))
) STRICT;
CREATE INDEX outbox_waiting  ON outbox (platform, bot, conversation, thread) WHERE failure IS NULL AND awaits_id IS NULL;
CREATE INDEX outbox_awaiting ON outbox (awaits_platform, awaits_id) WHERE failure IS NULL AND awaits_id IS NOT NULL;
CREATE INDEX outbox_edits    ON outbox (replaces) WHERE failure IS NULL AND replaces IS NOT NULL;

-- The bot's messages as they stand on the platforms; "for" is the only person who sees a whisper. Those that are no cards are forgotten after 30 days.
CREATE TABLE shown (
  coop         TEXT    NOT NULL REFERENCES coop (id),
  id           TEXT    NOT NULL,
  platform     TEXT    NOT NULL,
  bot          TEXT    NOT NULL,
  conversation TEXT    NOT NULL,
  thread       TEXT    NOT NULL,
  message      TEXT    NOT NULL,
  for_platform TEXT,
  for_id       TEXT,
  subject      TEXT,
  card         INTEGER NOT NULL CHECK (card IN (0, 1)),
  text         TEXT    NOT NULL,
  buttons      TEXT    NOT NULL CHECK (json_valid(buttons)),
  at           INTEGER NOT NULL,
  PRIMARY KEY (coop, id),
  CHECK ((for_platform IS NULL) = (for_id IS NULL))
) STRICT, WITHOUT ROWID;

-- What buttons lead to.
CREATE TABLE token (
  token  TEXT    NOT NULL PRIMARY KEY,
  coop   TEXT    NOT NULL REFERENCES coop (id),
  intent TEXT    NOT NULL CHECK (json_valid(intent)),
  member INTEGER,
  until  INTEGER
) STRICT, WITHOUT ROWID;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "consultation" (
    "id" SERIAL NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "tagline" TEXT,
    "summary" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'draft',
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Paris',
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "publisher_name" TEXT NOT NULL DEFAULT '',
    "partners" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "results_shown" TEXT NOT NULL DEFAULT 'during',
    "demonstration" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item" (
    "id" SERIAL NOT NULL,
    "consultation_id" INTEGER NOT NULL,
    "parent_id" INTEGER,
    "ref" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "owner" TEXT,
    "due_year" INTEGER,
    "position" INTEGER NOT NULL,
    "opens_vote" BOOLEAN NOT NULL DEFAULT true,
    "opens_stars" BOOLEAN NOT NULL DEFAULT true,
    "opens_comments" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "item_version" (
    "item_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_version_pkey" PRIMARY KEY ("item_id","version")
);

-- CreateTable
CREATE TABLE "legal_page" (
    "slug" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "legal_page_pkey" PRIMARY KEY ("slug","locale")
);

-- CreateTable
CREATE TABLE "account" (
    "id" SERIAL NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "display_name" TEXT,
    "role" TEXT NOT NULL DEFAULT 'participant',
    "region" TEXT NOT NULL DEFAULT 'unknown',
    "stakeholder" TEXT NOT NULL DEFAULT 'unknown',
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_up" (
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "display_name" TEXT,
    "region" TEXT NOT NULL DEFAULT 'unknown',
    "stakeholder" TEXT NOT NULL DEFAULT 'unknown',
    "locale" TEXT NOT NULL DEFAULT 'fr',
    "pending" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_up_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "account_token" (
    "token_hash" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "event" (
    "id" SERIAL NOT NULL,
    "consultation_id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "stage" INTEGER,
    "title" TEXT NOT NULL,
    "city" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "organisers" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "attendance" INTEGER,
    "attendance_qualifier" TEXT,
    "replay_url" TEXT,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "testimony" (
    "id" SERIAL NOT NULL,
    "event_id" INTEGER NOT NULL,
    "item_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "speaker" TEXT NOT NULL,
    "role" TEXT,
    "organisation" TEXT,
    "points" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "testimony_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "participant" (
    "id" SERIAL NOT NULL,
    "consultation_id" INTEGER NOT NULL,
    "account_id" INTEGER,
    "external_key" TEXT,
    "display_name" TEXT,
    "region" TEXT NOT NULL DEFAULT 'unknown',
    "stakeholder" TEXT NOT NULL DEFAULT 'unknown',
    "voices" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "voice" (
    "participant_id" INTEGER NOT NULL,
    "item_id" INTEGER NOT NULL,
    "consultation_id" INTEGER NOT NULL,
    "region" TEXT NOT NULL,
    "stakeholder" TEXT NOT NULL,
    "position" TEXT,
    "position_channel" TEXT,
    "position_at" TIMESTAMPTZ(3),
    "stars" SMALLINT,
    "stars_channel" TEXT,
    "stars_at" TIMESTAMPTZ(3),
    "comments_online" INTEGER NOT NULL DEFAULT 0,
    "comments_event" INTEGER NOT NULL DEFAULT 0,
    "comments_paper" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "voice_pkey" PRIMARY KEY ("participant_id","item_id")
);

-- CreateTable
CREATE TABLE "tally" (
    "item_id" INTEGER NOT NULL,
    "region" TEXT NOT NULL,
    "stakeholder" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "participants" INTEGER NOT NULL DEFAULT 0,
    "for_count" INTEGER NOT NULL DEFAULT 0,
    "mixed_count" INTEGER NOT NULL DEFAULT 0,
    "against_count" INTEGER NOT NULL DEFAULT 0,
    "stars1" INTEGER NOT NULL DEFAULT 0,
    "stars2" INTEGER NOT NULL DEFAULT 0,
    "stars3" INTEGER NOT NULL DEFAULT 0,
    "stars4" INTEGER NOT NULL DEFAULT 0,
    "stars5" INTEGER NOT NULL DEFAULT 0,
    "comments" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "tally_pkey" PRIMARY KEY ("item_id","region","stakeholder","channel")
);

-- CreateTable
CREATE TABLE "turnout" (
    "consultation_id" INTEGER NOT NULL,
    "region" TEXT NOT NULL,
    "stakeholder" TEXT NOT NULL,
    "participants" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "turnout_pkey" PRIMARY KEY ("consultation_id","region","stakeholder")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" SERIAL NOT NULL,
    "consultation_id" INTEGER NOT NULL,
    "item_id" INTEGER NOT NULL,
    "participant_id" INTEGER NOT NULL,
    "parent_id" INTEGER,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'visible',
    "channel" TEXT NOT NULL DEFAULT 'online',
    "supports" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "submission" TEXT,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment_version" (
    "id" SERIAL NOT NULL,
    "comment_id" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comment_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support" (
    "comment_id" INTEGER NOT NULL,
    "participant_id" INTEGER NOT NULL,

    CONSTRAINT "support_pkey" PRIMARY KEY ("comment_id","participant_id")
);

-- CreateTable
CREATE TABLE "pending_opinion" (
    "token_hash" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pending_opinion_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "imported_contribution" (
    "consultation_id" INTEGER NOT NULL,
    "external_id" TEXT NOT NULL,

    CONSTRAINT "imported_contribution_pkey" PRIMARY KEY ("consultation_id","external_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "consultation_slug_key" ON "consultation"("slug");

-- CreateIndex
CREATE INDEX "item_parent_id_idx" ON "item"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "item_consultation_id_ref_key" ON "item"("consultation_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "sign_up_email_idx" ON "sign_up"("email");

-- CreateIndex
CREATE INDEX "sign_up_expires_at_idx" ON "sign_up"("expires_at");

-- CreateIndex
CREATE INDEX "account_token_account_id_idx" ON "account_token"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_consultation_id_slug_key" ON "event"("consultation_id", "slug");

-- CreateIndex
CREATE INDEX "testimony_item_id_idx" ON "testimony"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "testimony_event_id_position_key" ON "testimony"("event_id", "position");

-- CreateIndex
CREATE INDEX "participant_account_id_idx" ON "participant"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_consultation_id_account_id_key" ON "participant"("consultation_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "participant_consultation_id_external_key_key" ON "participant"("consultation_id", "external_key");

-- CreateIndex
CREATE INDEX "voice_item_id_idx" ON "voice"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "comment_submission_key" ON "comment"("submission");

-- CreateIndex
CREATE INDEX "comment_parent_id_id_idx" ON "comment"("parent_id", "id");

-- CreateIndex
CREATE INDEX "comment_participant_id_idx" ON "comment"("participant_id");

-- CreateIndex
CREATE INDEX "comment_version_comment_id_idx" ON "comment_version"("comment_id");

-- CreateIndex
CREATE INDEX "support_participant_id_idx" ON "support"("participant_id");

-- CreateIndex
CREATE INDEX "pending_opinion_expires_at_idx" ON "pending_opinion"("expires_at");

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_version" ADD CONSTRAINT "item_version_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "testimony" ADD CONSTRAINT "testimony_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "testimony" ADD CONSTRAINT "testimony_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voice" ADD CONSTRAINT "voice_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "voice" ADD CONSTRAINT "voice_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tally" ADD CONSTRAINT "tally_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_version" ADD CONSTRAINT "comment_version_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support" ADD CONSTRAINT "support_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "support" ADD CONSTRAINT "support_participant_id_fkey" FOREIGN KEY ("participant_id") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

ALTER TABLE "consultation" ADD CONSTRAINT "consultation_window" CHECK ("opens_at" < "closes_at");
ALTER TABLE "account"
  ADD CONSTRAINT "account_role" CHECK ("role" IN ('participant', 'organiser', 'moderator', 'administrator'));
ALTER TABLE "voice"
  ADD CONSTRAINT "voice_position" CHECK ("position" IN ('for', 'mixed', 'against')),
  ADD CONSTRAINT "voice_position_channel" CHECK (("position" IS NULL) = ("position_channel" IS NULL)),
  ADD CONSTRAINT "voice_stars" CHECK ("stars" BETWEEN 1 AND 5),
  ADD CONSTRAINT "voice_stars_channel" CHECK (("stars" IS NULL) = ("stars_channel" IS NULL));
ALTER TABLE "comment"
  ADD CONSTRAINT "comment_status" CHECK ("status" IN ('visible', 'withdrawn', 'hidden')),
  ADD CONSTRAINT "comment_channel" CHECK ("channel" IN ('online', 'event', 'paper'));

-- Rows of tally are updated in place very often: room on the page keeps these updates heap-only.
ALTER TABLE "tally" SET (fillfactor = 60);
-- An item's lines (by region, by stakeholder, by channel): a few rows among a thousand crossed ones, read for every table.
CREATE INDEX "tally_lines" ON "tally" ("item_id") WHERE ("stakeholder" = '*' AND "channel" = '*')
  OR ("region" = '*' AND "channel" = '*') OR ("region" = '*' AND "stakeholder" = '*');
ALTER TABLE "voice" SET (fillfactor = 85);

-- The two orders in which an item's threads are read.
CREATE INDEX "comment_newest" ON "comment" ("item_id", "id" DESC) WHERE "parent_id" IS NULL;
CREATE INDEX "comment_supported" ON "comment" ("item_id", "supports" DESC, "id" DESC) WHERE "parent_id" IS NULL;

-- Search: accents and case do not matter. Own folding, because the unaccent extension is not everywhere; capitals with
-- accents are listed, because lower() leaves them alone in a database of the C locale.
CREATE FUNCTION fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT replace(replace(translate(lower(normalize(value, NFC)),
    'àáâãäåçèéêëìíîïñòóôõöùúûüýÿÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸŒ’Æ',
    'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyyœ''æ'), 'œ', 'oe'), 'æ', 'ae')
$$;
CREATE INDEX "item_search" ON "item" USING gin (to_tsvector('french', fold("title" || ' ' || "body")));
CREATE INDEX "comment_search" ON "comment" USING gin (to_tsvector('french', fold("body"))) WHERE "status" = 'visible';

-- Counting. A voice gives one cell per channel that it uses, and one for all channels together ("*"). What changes in
-- tally is the sum of the cells of the new rows minus that of the old ones, over four groupings of region × stakeholder.
CREATE FUNCTION voice_cells(v voice)
RETURNS TABLE (channel text, "position" text, stars smallint, comments int) LANGUAGE sql IMMUTABLE AS $$
  SELECT c.channel,
         CASE WHEN c.channel IN ('*', v.position_channel) THEN v.position END,
         CASE WHEN c.channel IN ('*', v.stars_channel) THEN v.stars END,
         c.comments
  FROM (VALUES ('*', v.comments_online + v.comments_event + v.comments_paper), ('online', v.comments_online),
               ('event', v.comments_event), ('paper', v.comments_paper)) AS c (channel, comments)
  WHERE c.comments > 0
     OR (v.position IS NOT NULL AND c.channel IN ('*', v.position_channel))
     OR (v.stars IS NOT NULL AND c.channel IN ('*', v.stars_channel))
$$;

CREATE FUNCTION count_voices(olds voice[], news voice[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  -- One writer of counts per consultation at a time: totals are hot rows, and locks taken in one order cannot deadlock.
  PERFORM pg_advisory_xact_lock(1, c) FROM (
    SELECT DISTINCT consultation_id AS c FROM unnest(olds || news) ORDER BY 1) AS consultations;

  INSERT INTO tally AS t (item_id, region, stakeholder, channel, participants, for_count, mixed_count, against_count,
                          stars1, stars2, stars3, stars4, stars5, comments)
  SELECT d.item_id, coalesce(d.region, '*'), coalesce(d.stakeholder, '*'), d.channel, d.participants, d.f, d.m, d.a,
         d.s1, d.s2, d.s3, d.s4, d.s5, d.comments
  FROM (
    SELECT v.item_id, v.region, v.stakeholder, c.channel, sum(v.sign) AS participants,
           sum(v.sign * (c.position IS NOT DISTINCT FROM 'for')::int) AS f,
           sum(v.sign * (c.position IS NOT DISTINCT FROM 'mixed')::int) AS m,
           sum(v.sign * (c.position IS NOT DISTINCT FROM 'against')::int) AS a,
           sum(v.sign * (c.stars IS NOT DISTINCT FROM 1)::int) AS s1,
           sum(v.sign * (c.stars IS NOT DISTINCT FROM 2)::int) AS s2,
           sum(v.sign * (c.stars IS NOT DISTINCT FROM 3)::int) AS s3,
           sum(v.sign * (c.stars IS NOT DISTINCT FROM 4)::int) AS s4,
           sum(v.sign * (c.stars IS NOT DISTINCT FROM 5)::int) AS s5,
           sum(v.sign * c.comments) AS comments
    FROM (SELECT -1 AS sign, o.*, o AS self FROM unnest(olds) AS o
          UNION ALL SELECT 1, n.*, n FROM unnest(news) AS n) AS v, voice_cells(v.self) AS c
    GROUP BY GROUPING SETS ((v.item_id, c.channel), (v.item_id, c.channel, v.region),
                            (v.item_id, c.channel, v.stakeholder), (v.item_id, c.channel, v.region, v.stakeholder))
  ) AS d
  WHERE (d.participants, d.f, d.m, d.a, d.s1, d.s2, d.s3, d.s4, d.s5, d.comments) <> (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
  ORDER BY 1, 2, 3, 4
  ON CONFLICT (item_id, region, stakeholder, channel) DO UPDATE SET
    participants = t.participants + excluded.participants, for_count = t.for_count + excluded.for_count,
    mixed_count = t.mixed_count + excluded.mixed_count, against_count = t.against_count + excluded.against_count,
    stars1 = t.stars1 + excluded.stars1, stars2 = t.stars2 + excluded.stars2, stars3 = t.stars3 + excluded.stars3,
    stars4 = t.stars4 + excluded.stars4, stars5 = t.stars5 + excluded.stars5,
    comments = t.comments + excluded.comments;

  UPDATE participant AS p SET voices = p.voices + d.change
  FROM (
    SELECT v.participant_id, sum(v.sign) AS change
    FROM (SELECT -1 AS sign, o.* FROM unnest(olds) AS o UNION ALL SELECT 1, n.* FROM unnest(news) AS n) AS v
    WHERE v.position IS NOT NULL OR v.stars IS NOT NULL
       OR v.comments_online + v.comments_event + v.comments_paper > 0
    GROUP BY v.participant_id HAVING sum(v.sign) <> 0
  ) AS d WHERE p.id = d.participant_id;
END
$$;

CREATE FUNCTION voice_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE olds voice[]; news voice[];
BEGIN
  IF TG_OP <> 'INSERT' THEN SELECT array_agg(o::voice) INTO olds FROM old_rows AS o; END IF;
  IF TG_OP <> 'DELETE' THEN SELECT array_agg(n::voice) INTO news FROM new_rows AS n; END IF;
  IF olds IS NOT NULL OR news IS NOT NULL THEN PERFORM count_voices(olds, news); END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER voice_inserted AFTER INSERT ON "voice" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION voice_changed();
CREATE TRIGGER voice_updated AFTER UPDATE ON "voice" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION voice_changed();
CREATE TRIGGER voice_deleted AFTER DELETE ON "voice" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION voice_changed();

-- Who takes part: participants with at least one voice that counts, by region and stakeholder.
CREATE FUNCTION participant_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE olds participant[]; news participant[];
BEGIN
  IF TG_OP <> 'INSERT' THEN SELECT array_agg(o::participant) INTO olds FROM old_rows AS o WHERE o.voices > 0; END IF;
  IF TG_OP <> 'DELETE' THEN SELECT array_agg(n::participant) INTO news FROM new_rows AS n WHERE n.voices > 0; END IF;
  IF olds IS NULL AND news IS NULL THEN RETURN NULL; END IF;
  INSERT INTO turnout AS t (consultation_id, region, stakeholder, participants)
  SELECT p.consultation_id, p.region, p.stakeholder, sum(p.sign)
  FROM (SELECT -1 AS sign, o.* FROM unnest(olds) AS o UNION ALL SELECT 1, n.* FROM unnest(news) AS n) AS p
  GROUP BY 1, 2, 3 HAVING sum(p.sign) <> 0 ORDER BY 1, 2, 3
  ON CONFLICT (consultation_id, region, stakeholder) DO UPDATE
    SET participants = t.participants + excluded.participants;
  RETURN NULL;
END
$$;
CREATE TRIGGER participant_inserted AFTER INSERT ON "participant" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION participant_changed();
CREATE TRIGGER participant_updated AFTER UPDATE ON "participant" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION participant_changed();
CREATE TRIGGER participant_deleted AFTER DELETE ON "participant" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION participant_changed();

-- Comments that stand (not withdrawn; hidden ones count) are part of their author's voice on the item.
CREATE FUNCTION comment_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE olds comment[]; news comment[];
BEGIN
  IF TG_OP <> 'INSERT' THEN SELECT array_agg(o::comment) INTO olds FROM old_rows AS o WHERE o.status <> 'withdrawn'; END IF;
  IF TG_OP <> 'DELETE' THEN SELECT array_agg(n::comment) INTO news FROM new_rows AS n WHERE n.status <> 'withdrawn'; END IF;
  IF olds IS NULL AND news IS NULL THEN RETURN NULL; END IF;
  INSERT INTO voice AS v (participant_id, item_id, consultation_id, region, stakeholder,
                          comments_online, comments_event, comments_paper)
  SELECT p.id, c.item_id, p.consultation_id, p.region, p.stakeholder, c.online, c.event, c.paper
  FROM (
    SELECT participant_id, item_id, sum(sign * (channel = 'online')::int) AS online,
           sum(sign * (channel = 'event')::int) AS event, sum(sign * (channel = 'paper')::int) AS paper
    FROM (SELECT -1 AS sign, o.* FROM unnest(olds) AS o UNION ALL SELECT 1, n.* FROM unnest(news) AS n) AS signed
    GROUP BY participant_id, item_id
  ) AS c JOIN participant AS p ON p.id = c.participant_id
  WHERE (c.online, c.event, c.paper) <> (0, 0, 0)
  ORDER BY 1, 2
  ON CONFLICT (participant_id, item_id) DO UPDATE SET
    comments_online = v.comments_online + excluded.comments_online,
    comments_event = v.comments_event + excluded.comments_event,
    comments_paper = v.comments_paper + excluded.comments_paper;
  RETURN NULL;
END
$$;
CREATE TRIGGER comment_inserted AFTER INSERT ON "comment" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION comment_changed();
CREATE TRIGGER comment_updated AFTER UPDATE ON "comment" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION comment_changed();
CREATE TRIGGER comment_deleted AFTER DELETE ON "comment" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION comment_changed();

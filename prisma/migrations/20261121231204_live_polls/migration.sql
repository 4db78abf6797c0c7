-- AlterTable
ALTER TABLE "event" ADD COLUMN     "partners" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "place" TEXT,
ADD COLUMN     "programme" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "live_state" (
    "event_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "screen_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "mode" TEXT NOT NULL DEFAULT 'room',
    "question_id" INTEGER,
    "phase" TEXT NOT NULL DEFAULT 'ready',
    "closes_at" TIMESTAMPTZ(3),
    "blank" BOOLEAN NOT NULL DEFAULT false,
    "online_until" TIMESTAMPTZ(3),

    CONSTRAINT "live_state_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "live_question" (
    "id" SERIAL NOT NULL,
    "event_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "item_id" INTEGER,
    "revealed" BOOLEAN NOT NULL DEFAULT false,
    "round" INTEGER NOT NULL DEFAULT 0,
    "hidden_words" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "live_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_respondent" (
    "id" SERIAL NOT NULL,
    "event_id" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "stakeholder" TEXT NOT NULL DEFAULT 'unknown',

    CONSTRAINT "live_respondent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_answer" (
    "question_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "respondent_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "choices" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "live_answer_pkey" PRIMARY KEY ("question_id","round","respondent_id")
);

-- CreateTable
CREATE TABLE "live_text" (
    "id" SERIAL NOT NULL,
    "question_id" INTEGER NOT NULL,
    "round" INTEGER NOT NULL,
    "respondent_id" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "supports" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "live_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_text_support" (
    "text_id" INTEGER NOT NULL,
    "respondent_id" INTEGER NOT NULL,

    CONSTRAINT "live_text_support_pkey" PRIMARY KEY ("text_id","respondent_id")
);

-- CreateTable
CREATE TABLE "live_presence" (
    "process" TEXT NOT NULL,
    "event_id" INTEGER NOT NULL,
    "connected" INTEGER NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "live_presence_pkey" PRIMARY KEY ("process","event_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "live_state_code_key" ON "live_state"("code");

-- CreateIndex
CREATE UNIQUE INDEX "live_state_question_id_key" ON "live_state"("question_id");

-- CreateIndex
CREATE INDEX "live_question_item_id_idx" ON "live_question"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "live_question_event_id_ref_key" ON "live_question"("event_id", "ref");

-- CreateIndex
CREATE UNIQUE INDEX "live_respondent_event_id_key_key" ON "live_respondent"("event_id", "key");

-- CreateIndex
CREATE INDEX "live_answer_respondent_id_idx" ON "live_answer"("respondent_id");

-- CreateIndex
CREATE INDEX "live_text_question_id_round_idx" ON "live_text"("question_id", "round");

-- CreateIndex
CREATE INDEX "live_text_respondent_id_idx" ON "live_text"("respondent_id");

-- CreateIndex
CREATE INDEX "live_text_support_respondent_id_idx" ON "live_text_support"("respondent_id");

-- AddForeignKey
ALTER TABLE "live_state" ADD CONSTRAINT "live_state_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_state" ADD CONSTRAINT "live_state_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "live_question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_question" ADD CONSTRAINT "live_question_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_question" ADD CONSTRAINT "live_question_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_respondent" ADD CONSTRAINT "live_respondent_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_answer" ADD CONSTRAINT "live_answer_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "live_question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_answer" ADD CONSTRAINT "live_answer_respondent_id_fkey" FOREIGN KEY ("respondent_id") REFERENCES "live_respondent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_text" ADD CONSTRAINT "live_text_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "live_question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_text" ADD CONSTRAINT "live_text_respondent_id_fkey" FOREIGN KEY ("respondent_id") REFERENCES "live_respondent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_text_support" ADD CONSTRAINT "live_text_support_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "live_text"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_text_support" ADD CONSTRAINT "live_text_support_respondent_id_fkey" FOREIGN KEY ("respondent_id") REFERENCES "live_respondent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_presence" ADD CONSTRAINT "live_presence_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "live_state"
  ADD CONSTRAINT "live_state_code" CHECK ("code" ~ '^[ACDEFGHJKMNPQRTVWXY34679]{6}$'),
  ADD CONSTRAINT "live_state_mode" CHECK ("mode" IN ('room', 'online', 'over')),
  ADD CONSTRAINT "live_state_online" CHECK ("mode" <> 'online' OR "online_until" IS NOT NULL),
  ADD CONSTRAINT "live_state_phase" CHECK ("phase" IN ('ready', 'open', 'closed'));

ALTER TABLE "live_answer" ADD CONSTRAINT "live_answer_channel" CHECK ("channel" IN ('event', 'online'));

ALTER TABLE "live_text"
  ADD CONSTRAINT "live_text_channel" CHECK ("channel" IN ('event', 'online')),
  ADD CONSTRAINT "live_text_status" CHECK ("status" IN ('pending', 'visible', 'hidden', 'answered')),
  ADD CONSTRAINT "live_text_body" CHECK (char_length("body") BETWEEN 1 AND 1000);

-- What a respondent says twice in a round is one text: a form that is sent again adds nothing.
CREATE UNIQUE INDEX "live_text_once" ON "live_text" ("question_id", "round", "respondent_id", md5("body"));

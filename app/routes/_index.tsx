import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { handled } from "~/http/errors.server";
import { phaseOf, resultsVisible, type Consultation, type Phase } from "~/modules/consultation";
import { getRoadmap, listConsultations } from "~/modules/consultation/index.server";
import type { Actor } from "~/modules/identity";
import { countParticipants } from "~/modules/results/index.server";
import { now } from "~/platform/clock";
import { getT } from "~/platform/i18n";
import { ConsultationCard, type Sized } from "~/ui/consultation/ConsultationCard";
import { canonicalOf, headTags, type Head } from "~/ui/head";
import { useT } from "~/ui/i18n";
import { EmptyState } from "~/ui/kit/EmptyState";
import { Page, PageHead, Stack } from "~/ui/kit/Layout";

export function loader({ context }: LoaderFunctionArgs) {
  return handled(async () => {
    const t = getT(context.locale);
    const head: Head = {
      title: t("consultation:home.title"),
      description: t("consultation:home.description"),
      canonical: canonicalOf(context.url),
    };
    const [actor, at] = [await context.actor(), now()];
    const consultations = await listConsultations(actor);
    return {
      head,
      now: at,
      consultations: await Promise.all(
        consultations.map((consultation) => withSize(actor, consultation, at)),
      ),
    };
  });
}

/** With what there is to read and who takes part, while one may join. */
async function withSize(actor: Actor, consultation: Consultation, at: Date): Promise<Sized> {
  if (phaseOf(consultation, at) !== "open") return { consultation };
  const [{ items }, participants] = await Promise.all([
    getRoadmap(actor, consultation.slug),
    resultsVisible(actor, consultation, at) ? countParticipants(actor, consultation.slug) : undefined,
  ]);
  return { consultation, actions: items.filter(({ kind }) => kind === "action").length, participants };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => headTags(data?.head);

const GROUPS: readonly Phase[] = ["open", "upcoming", "closed", "draft"];

/** What one may take part in now comes first; among what is over, the latest. */
const bySoonest =
  (phase: Phase) =>
  ({ consultation: a }: Sized, { consultation: b }: Sized) =>
    phase === "closed"
      ? b.closesAt.getTime() - a.closesAt.getTime()
      : a.closesAt.getTime() - b.closesAt.getTime();

export default function Home() {
  const t = useT();
  const { consultations, now } = useLoaderData<typeof loader>();
  const groups = GROUPS.map((phase) => ({
    phase,
    members: consultations
      .filter(({ consultation }) => phaseOf(consultation, now) === phase)
      .sort(bySoonest(phase)),
  }));
  const published = groups.some(({ phase, members }) => phase !== "draft" && members.length > 0);
  return (
    <Page>
      <Stack gap={6}>
        <PageHead title={t("consultation:home.title")}>
          <p>{t("consultation:home.intro")}</p>
        </PageHead>
        {published ? null : (
          <EmptyState title={t("consultation:home.empty.title")}>
            {t("consultation:home.empty.text")}
          </EmptyState>
        )}
        {groups.map(({ phase, members }) => {
          if (members.length === 0 && !(published && phase === "open")) return null;
          return (
            <Stack key={phase} as="section" labelledBy={`phase-${phase}`}>
              <h2 id={`phase-${phase}`}>{t(`consultation:home.${phase}`)}</h2>
              {members.length === 0 ? (
                <p>{t("consultation:home.nothing-open")}</p>
              ) : (
                <Stack as="ul">
                  {members.map((sized) => (
                    <ConsultationCard key={sized.consultation.slug} {...sized} phase={phase} now={now} />
                  ))}
                </Stack>
              )}
            </Stack>
          );
        })}
      </Stack>
    </Page>
  );
}

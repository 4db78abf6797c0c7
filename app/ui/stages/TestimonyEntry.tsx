import type { ReactNode } from "react";
import type { Testimony } from "~/modules/stages";
import { useFormat } from "~/ui/i18n";
import { Entry } from "~/ui/kit/Entry";

/** A speaker and the points that they made. `where` says at which stage, away from the stage's own page. */
export function TestimonyEntry({ testimony, where }: { testimony: Testimony; where?: ReactNode }) {
  const { text } = useFormat();
  const who = [testimony.role, testimony.organisation].filter(Boolean).join(", ");
  return (
    <Entry
      author={testimony.speaker}
      meta={
        <>
          {who}
          {who && where ? " · " : null}
          {where}
        </>
      }
    >
      <ul lang="fr">
        {testimony.points.map((point) => (
          <li key={point}>{text(point)}</li>
        ))}
      </ul>
    </Entry>
  );
}

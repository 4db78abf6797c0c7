import { POSITIONS, type Position } from "~/modules/participation";
import { useT } from "~/ui/i18n";
import { Stack } from "~/ui/kit/Layout";
import { TextArea } from "~/ui/kit/TextArea";
import { tellChoices } from "./labels";

/** What somebody had said and could not be kept: their choices in words, their text for copying. */
export function NotKept({
  position,
  stars,
  body,
}: {
  position?: string | undefined;
  stars?: string | number | undefined;
  body?: string | undefined;
}) {
  const t = useT();
  const chosen = POSITIONS.find((known): known is Position => known === position);
  const said = tellChoices(t, { position: chosen ?? null, stars: Number(stars) || null });
  return (
    <Stack gap={4}>
      {said ? <p>{t("participation:late.choices", { said })}</p> : null}
      {body ? (
        <TextArea name="copy" label={t("participation:late.copy")} defaultValue={body} readOnly rows={8} />
      ) : null}
    </Stack>
  );
}

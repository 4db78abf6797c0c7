import demonstration from "../../prisma/demo/roadmap.json";

const { demonstration: _madeUp, ...roadmap } = demonstration;

/** The roadmap of the demonstration as its publisher would send it: real input, with keys that nobody reads. */
export const ROADMAP = { ...roadmap, sources: ["projet.txt"], note: "Only what the sources name." };

// What lies where on this screen: what the server last said, and on top of it what we did that it has not said yet.

/** The effect of a deed as far as it can be known beforehand; new things wait for the server to number them. */
const EFFECTS = {
  place: (picture, { card, theme }) => withCard(picture, card, { theme, state: "open", why: [] }),
  park: (picture, { card, parked }) => withCard(picture, card, { theme: null, state: parked ? "parked" : "open", why: [] }),
  rename: (picture, { theme, name }) => withTheme(picture, theme, { name }),
  summarise: (picture, { theme, text }) => withTheme(picture, theme, { summary: text }),
  merge: (picture, { theme, into }) => without(picture, theme, into),
  remove_theme: (picture, { theme }) => without(picture, theme, null),
  order(picture, { theme, position }) {
    const moving = picture.themes.find(({ number }) => number === theme);
    const themes = picture.themes.filter((each) => each !== moving);
    if (moving) themes.splice(position, 0, moving);
    return { ...picture, themes };
  },
};

const withCard = (picture, number, changed) => ({ ...picture, cards: picture.cards.map((card) => (card.number === number ? { ...card, ...changed } : card)) });
const withTheme = (picture, number, changed) => ({ ...picture, themes: picture.themes.map((theme) => (theme.number === number ? { ...theme, ...changed } : theme)) });
const without = (picture, number, into) => ({
  ...picture,
  themes: picture.themes.filter((theme) => theme.number !== number),
  cards: picture.cards.map((card) => (card.theme === number ? { ...card, theme: into, why: [] } : card)),
});

export class State {
  constructor() {
    this.said = { cards: [], themes: [], revision: -1, undoable: "" };
    this.pending = []; // {deed, revision: null until the server has answered}
  }

  /** As it is to be drawn. */
  get picture() {
    return this.pending.reduce((picture, { deed }) => EFFECTS[deed.deed]?.(picture, deed) ?? picture, this.said);
  }

  /** A picture that is older than the one we have is late, and not drawn. */
  hear(picture) {
    if (picture.revision < this.said.revision) return false;
    this.said = picture;
    this.pending = this.pending.filter(({ revision }) => revision === null || revision > picture.revision);
    return true;
  }

  begin(deed) {
    const step = { deed, revision: null };
    this.pending.push(step);
    return step;
  }

  forget(step) { this.pending = this.pending.filter((each) => each !== step); }

  card(number) { return this.picture.cards.find((card) => card.number === number); }
  theme(number) { return this.picture.themes.find((theme) => theme.number === number); }
}

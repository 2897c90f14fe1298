// The wheels of a platform on the desk. The drawing is the wall's own; here an element can also be chosen.

export default function ({ parentElement, data, setTriggerValue }) {
  const place = parentElement.querySelector(".place");
  const art = data.months ? drawYear(data) : drawWheel(data, data.chosen);
  art.setAttribute("role", data.choose ? "group" : "img");
  art.setAttribute("aria-label", data.said);
  if (data.choose) for (const one of data.sectors) button(art.querySelector(`[data-key="${one.key}"]`), one, data, setTriggerValue);
  place.replaceChildren(art);
}

function button(sector, { key, said }, { chosen }, tell) {
  const choose = () => tell("chosen", key);
  for (const [name, value] of Object.entries({ role: "button", tabindex: "0", "aria-label": said, "aria-pressed": String(key === chosen) })) sector.setAttribute(name, value);
  sector.addEventListener("click", choose);
  sector.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose();
  });
}

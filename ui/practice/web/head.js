// How a paper begins. Every word goes in as text, the logo as a picture and never as markup.
function line(name, said) {
  const made = document.createElement("div");
  made.className = name;
  made.textContent = said;
  return made;
}

function joined(parts, by) {
  return parts.filter(Boolean).join(by);
}

function top(data) {
  const made = document.createElement("div");
  made.className = data.is_empty ? "top empty" : "top";
  made.style.setProperty("--of-the-practice", data.accent);
  if (data.logo) {
    const logo = document.createElement("img");
    logo.src = data.logo;
    logo.alt = data.pictured;
    made.append(logo);
  }
  const words = document.createElement("div");
  words.append(
    line("name", data.name),
    line("small", data.address),
    line("small", joined([data.therapist, data.licence], ", ")),
    line("small", joined([data.phone, data.email, data.fax], " · ")),
  );
  made.append(words);
  return made;
}

export default function ({ data, parentElement }) {
  const paper = parentElement.querySelector(".paper");
  paper.replaceChildren(top(data), line("title", data.title), line("stroke", ""), line("stroke", ""));
}

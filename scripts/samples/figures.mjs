/** A fir, its foot at a point. @param {number} x @param {number} y @param {number} h @param {string} fill */
export const fir = (x, y, h, fill) =>
  `<path d="M${x} ${y - h} l${h * 0.13} ${h * 0.36} h${-h * 0.05} l${h * 0.11} ${h * 0.32} h${-h * 0.06} l${h * 0.12} ${h * 0.32} h${-h * 0.5} l${h * 0.12} ${-h * 0.32} h${-h * 0.06} l${h * 0.11} ${-h * 0.32} h${-h * 0.05} z" fill="${fill}"/>`;

/** A person standing. @param {number} x @param {number} y @param {number} h @param {string} fill */
export const person = (x, y, h, fill) =>
  `<g fill="${fill}"><circle cx="${x}" cy="${y - h * 0.9}" r="${h * 0.095}"/><path d="M${x - h * 0.15} ${y - h * 0.42} q0 ${-h * 0.4} ${h * 0.15} ${-h * 0.4} q${h * 0.15} 0 ${h * 0.15} ${h * 0.4} l${-h * 0.03} ${h * 0.42} h${-h * 0.09} l${-h * 0.03} ${-h * 0.36} l${-h * 0.03} ${h * 0.36} h${-h * 0.09} z"/></g>`;

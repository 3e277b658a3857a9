package inkbench.desktop.draw;

import inkbench.app.Reading.DrawingReading;

/**
 * What was read, and by which network.
 *
 * @param source
 *            the network in the user's words
 */
record Answer(DrawingReading reading, String source) {}

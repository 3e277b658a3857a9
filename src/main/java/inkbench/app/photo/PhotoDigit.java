package inkbench.app.photo;

import inkbench.data.format.image.GreyPicture;

/**
 * A digit in a photo, a scan or any other picture.
 *
 * @param name
 *            of the file, or whatever messages call the picture
 * @param photo
 *            the whole picture in grey; of a large one every second, third, … pixel
 * @param pixels
 *            what a network sees: {@code 28 × 28} unsigned bytes, row by row, light ink on 0
 */
public record PhotoDigit(String name, GreyPicture photo, byte[] pixels) {}

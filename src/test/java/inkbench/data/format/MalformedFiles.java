package inkbench.data.format;

import static inkbench.data.format.npz.NpyBytes.bytes;
import static inkbench.data.format.npz.NpyBytes.dictionary;
import static inkbench.data.format.npz.NpyBytes.npy;
import static inkbench.data.format.npz.NpyBytes.values;
import static inkbench.data.format.npz.NpyBytes.zip;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import inkbench.data.format.idx.IdxBytes;
import inkbench.data.format.image.TestPictures;

/** Makes files that can't be read, each in one way of its own, and knows what should be said of them. */
final class MalformedFiles {
    private static final byte[] IMAGE = npy("|u1", false, "(1, 1, 2)", bytes(1, 2));
    private static final String CSV_HEADER = "label,pixel0,pixel1,pixel2,pixel3\n";

    private final List<Malformed> files = new ArrayList<>();

    private MalformedFiles() {
        numpy();
        numpyHeaders();
        numpyArchives();
        pictures();
        tables();
        csv();
        idx();
    }

    static List<Malformed> all() {
        return new MalformedFiles().files;
    }

    /**
     * A file or folder that can't be read.
     *
     * @param what
     *            is wrong with it
     * @param open
     *            what a user would open: a name in the folder, or {@code .} for the folder
     * @param sentence
     *            what should be said, with {@code @} for the folder and its separator
     */
    record Malformed(String what, String open, Maker maker, String sentence) {
        @Override
        public String toString() {
            return what;
        }
    }

    /** Makes files in a folder. */
    @FunctionalInterface
    interface Maker {
        void makeIn(Path folder) throws IOException;
    }

    private void add(String what, String name, byte[] content, String sentence) {
        files.add(new Malformed(what, name, folder -> write(folder, name, content), sentence));
    }

    private void add(String what, String name, String content, String sentence) {
        add(what, name, content.getBytes(StandardCharsets.UTF_8), sentence);
    }

    private void addFolder(String what, Maker maker, String sentence) {
        files.add(new Malformed(what, ".", maker, sentence));
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private void addImages(String what, byte[] array, String sentence) {
        add(what, "d.npz", zip("x_train.npy", array), sentence);
    }

    private void numpy() {
        addImages("pickled objects", npy("|O", false, "(1,)", bytes(0x80, 2, '.')),
                "@d.npz, array “x_train”, holds Python objects, but numbers were expected: objects are never"
                        + " read because they can run code; save the images with .astype(\"uint8\").");
        addImages("records", npy(1, "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }"),
                "@d.npz, array “x_train”, holds records, but plain numbers were expected: save images and"
                        + " labels as arrays of their own.");
        addImages("texts", npy("<U3", false, "(1,)", new byte[12]),
                "@d.npz, array “x_train”, holds values of the type “<U3”, but bool, integers or floating-point"
                        + " numbers were expected: save the images with .astype(\"uint8\").");
        addImages("complex numbers", npy("<c8", false, "(1, 1, 1)", new byte[8]),
                "@d.npz, array “x_train”, holds values of the type “<c8”, but bool, integers or floating-point"
                        + " numbers were expected: save the images with .astype(\"uint8\").");
        addImages("NaN", npy("<f4", false, "(1, 1, 3)", values("<f4", 0, 1, Double.NaN)),
                "@d.npz, array “x_train”, has the value NaN at [0, 0, 2], but a number from 0 to 1, or from 0"
                        + " to 255, was expected: correct or scale the values.");
        addImages("NaN in Fortran order", npy("<f8", true, "(2, 2, 1)", values("<f8", 0, 1, Double.NaN, 0)),
                "@d.npz, array “x_train”, has the value NaN at [0, 1, 0], but a number from 0 to 1, or from 0"
                        + " to 255, was expected: correct or scale the values.");
        addImages("a negative float", npy("<f4", false, "(1, 1, 2)", values("<f4", 0, -0.5)),
                "@d.npz, array “x_train”, has the value -0.5 at [0, 0, 1], but a number from 0 to 1, or from 0"
                        + " to 255, was expected: correct or scale the values.");
        addImages("infinity", npy("<f8", false, "(1, 1, 1)", values("<f8", Double.POSITIVE_INFINITY)),
                "@d.npz, array “x_train”, has the value ∞ at [0, 0, 0], but a number from 0 to 1, or from 0 to"
                        + " 255, was expected: correct or scale the values.");
        addImages("an integer above 255", npy("<i2", false, "(1, 1, 2)", values("<i2", 255, 256)),
                "@d.npz, array “x_train”, has the value 256 at [0, 0, 1], but a whole number from 0 to 255 was"
                        + " expected: scale the values.");
        addImages("a negative integer", npy("|i1", false, "(1, 1, 2)", bytes(0, -1)),
                "@d.npz, array “x_train”, has the value -1 at [0, 0, 1], but a whole number from 0 to 255 was"
                        + " expected: scale the values.");
        addImages("no images", npy("|u1", false, "(0, 28, 28)"),
                "@d.npz, array “x_train”, has the shape (0, 28, 28), but at least one image was expected:"
                        + " choose another array.");
        addImages("colours", npy("|u1", false, "(1, 2, 2, 3)", new byte[12]),
                "@d.npz, array “x_train”, has the shape (1, 2, 2, 3), but images of (count, height, width) with"
                        + " sides up to 256 were expected: choose another array, or reshape it.");
        addImages("a side that is too long", npy("|u1", false, "(1, 1, 257)", new byte[257]),
                "@d.npz, array “x_train”, has the shape (1, 1, 257), but images of (count, height, width) with"
                        + " sides up to 256 were expected: choose another array, or reshape it.");
        add(
                "labels that are too many",
                "d.npz",
                zip("x_train.npy", IMAGE, "y_train.npy", npy("|u1", false, "(2,)", bytes(1, 2))),
                "@d.npz, array “y_train”, has the shape (2,), but (1,) was expected, a label for each image: choose"
                        + " other labels.");
        add(
                "a label that is too large",
                "d.npz",
                zip("x_train.npy", IMAGE, "y_train.npy", npy("|u1", false, "(1,)", bytes(62))),
                "@d.npz, array “y_train”, has the value 62 at [0], but a label from 0 to 61 was expected:"
                        + " correct it, or choose another array.");
        add(
                "a label between two classes",
                "d.npz",
                zip("x_train.npy", IMAGE, "y_train.npy", npy("<f4", false, "(1,)", values("<f4", 1.5))),
                "@d.npz, array “y_train”, has the value 1.5 at [0], but a label from 0 to 61 was expected:"
                        + " correct it, or choose another array.");
        add("an array that is too short", "d.npy", npy("|u1", false, "(2, 1, 2)", bytes(1, 2, 3)),
                "@d.npy has a header for the shape (2, 1, 2), which is 4 values, but only 3 follow it: download"
                        + " or copy it again.");
        add("an array that is too long", "d.npy", npy("<i2", false, "(1, 1, 1)", new byte[3]),
                "@d.npy has a header for the shape (1, 1, 1), which is one value, but more than that follow it:"
                        + " download or copy it again.");
        add("a huge shape", "d.npy", npy("|u1", false, "(4000000000, 28, 28)", bytes(1)),
                "@d.npy has the shape (4000000000, 28, 28), but at most 2,147,483,639 pixels were expected:"
                        + " split the array.");
        add("a shape that overflows", "d.npy", npy("<f8", false, "(100000000000000000, 256, 256)", bytes(1)),
                "@d.npy has the shape (100000000000000000, 256, 256), but at most 2,147,483,639 pixels were"
                        + " expected: split the array.");
    }

    private void numpyHeaders() {
        add("an unknown version", "d.npy", npy(4, dictionary("|u1", false, "(1, 1, 1)"), bytes(1)),
                "@d.npy is of version 4 of numpy's format, but 1 to 3 were expected: write it again with a"
                        + " current numpy.");
        add("a header that ends", "d.npy", Arrays.copyOf(IMAGE, 30),
                "@d.npy ends after 30 bytes, but more of its header was expected: download or copy it again.");
        add("half a magic number", "d.npy", Arrays.copyOf(IMAGE, 7),
                "@d.npy ends after 7 bytes, but more of its header was expected: download or copy it again.");
        var bomb = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        bomb.put(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0}).putInt(0x7fffffff);
        add("a header that promises 2 GB", "d.npy", bomb.array(),
                "@d.npy has a header of 2147483647 bytes, but at most 10000 were expected: write the array"
                        + " again with numpy.save.");
        add("a header that is code", "d.npy", npy(1, "__import__('os').system('true')"),
                "@d.npy has a header that can't be understood at byte 10: “{” was expected, but “__import__('”"
                        + " was found; write the array again with numpy.save.");
        add("a header without its shape", "d.npy", npy(1, "{'descr': '|u1', 'fortran_order': False}"),
                "@d.npy has no “shape” in its header, but it was expected there: write the array again with"
                        + " numpy.save.");
        add("a header with a key twice", "d.npy", npy(1, "{'shape': (1,), 'shape': (2,), 'descr': '|u1'}"),
                "@d.npy has the key “shape” twice in its header, but once was expected: write the array again"
                        + " with numpy.save.");
        add("a header with another key", "d.npy", npy(1, "{'shape': (1,), 'run': 'this'}"),
                "@d.npy has the key “run” in its header, but only descr, fortran_order and shape were expected:"
                        + " write the array again with numpy.save.");
        add("a negative size", "d.npy", npy("|u1", false, "(-1, 28, 28)"),
                "@d.npy has a header that can't be understood at byte 61: a size of at most 18 digits was"
                        + " expected, but “-1, 28, 28),” was found; write the array again with numpy.save.");
        add("a size that is no number", "d.npy", npy("|u1", false, "(1e9, 28, 28)"),
                "@d.npy has a header that can't be understood at byte 62: “)” was expected, but “e9, 28, 28),”"
                        + " was found; write the array again with numpy.save.");
        add("something behind the header", "d.npy", npy(1, dictionary("|u1", false, "(1,)") + "x"),
                "@d.npy has a header that can't be understood at byte 72: the end of the header was expected,"
                        + " but “x” was found; write the array again with numpy.save.");
        add("an order that is no truth", "d.npy", npy(1, "{'fortran_order': 1}"),
                "@d.npy has a header that can't be understood at byte 28: True or False was expected, but “1}”"
                        + " was found; write the array again with numpy.save.");
    }

    private void numpyArchives() {
        add("a name that leaves the folder", "d.npz", zip("../../x_train.npy", IMAGE),
                "@d.npz has an entry called “../../x_train.npy”, but a name inside the archive was expected:"
                        + " don't trust where it comes from, and get it elsewhere.");
        add("an absolute name", "d.npz", zip("/etc/x_train.npy", IMAGE),
                "@d.npz has an entry called “/etc/x_train.npy”, but a name inside the archive was expected:"
                        + " don't trust where it comes from, and get it elsewhere.");
        add("a name twice", "d.npz",
                DamagedBytes.renamed(zip("x_train.npy", IMAGE, "y_train.npy", IMAGE), "y_train", "x_train"),
                "@d.npz has two entries called “x_train.npy”, but one was expected: write it again with"
                        + " numpy.savez.");
        add("no arrays", "d.npz", zip("readme.txt", bytes('h', 'i')),
                "@d.npz has one entry and no array among them, but entries ending in .npy were expected: choose"
                        + " a file that numpy.savez wrote.");
        add("a size that isn't the shape's", "d.npz", zip("x_train.npy", Arrays.copyOf(IMAGE, IMAGE.length - 1)),
                "@d.npz, array “x_train”, has the shape (1, 1, 2), which takes 79 bytes, but the archive has 78"
                        + " bytes for it: download or copy it again.");
        add("a bomb", "d.npz", zip("x_train.npy", npy("|u1", false, "(100000, 28, 28)", new byte[78_400_000])),
                "@d.npz, array “x_train”, would grow from 76296 to 78400084 bytes, but at most 200 times its"
                        + " size was expected: unpack the file yourself if you trust it, and open the .npy.");
        add("an archive that ends", "d.npz", Arrays.copyOf(zip("x_train.npy", IMAGE), 60),
                "@d.npz is a damaged zip file (zip END header not found), but an intact one was expected:"
                        + " download or copy it again.");
        add("a wrong checksum", "d.npz", DamagedBytes.wrongChecksum(IMAGE),
                "@d.npz, array “x_train”, is a damaged zip file (CRC-32 65500141, not 4030201), but an"
                        + " intact one was expected: download or copy it again.");
        add("data that can't be unpacked", "d.npz", DamagedBytes.wrongData(IMAGE),
                "@d.npz, array “x_train”, is a damaged zip file (invalid block type), but an intact one was"
                        + " expected: download or copy it again.");
        add("two arrays of images", "d.npz", zip("a.npy", IMAGE, "b.npy", IMAGE),
                "@d.npz has several arrays that could be the images of the part “train” (a, b), but one was"
                        + " expected: name the one that is meant.");
        var label = npy("|u1", false, "(1,)", bytes(1));
        add("two arrays of labels", "d.npz", zip("a.npy", IMAGE, "b.npy", label, "c.npy", label),
                "@d.npz has several arrays that could be the labels of “a” (b, c), but one was expected: name"
                        + " the one that is meant.");
        add("labels alone", "d.npz", zip("y.npy", label, "z.npy", label),
                "@d.npz has no images; it has y (1,), z (1,), but an array of (count, height, width) was"
                        + " expected, under Keras's keys x_train, y_train, x_test, y_test or any other: choose another"
                        + " file.");
        add("an array in another format", "d.npz", zip("x_train.npy", bytes(1, 2, 3, 4, 5, 6, 7, 8)),
                "@d.npz, array “x_train”, begins with the bytes 01 02 03 04 05 06, but an array of numpy begins"
                        + " with 93 4e 55 4d 50 59: write it again with numpy.save or numpy.savez.");
    }

    private void pictures() {
        var small = TestPictures.grey(2, 1, 10, 20);
        addFolder("pictures of mixed size", folder -> {
            write(folder, "0/a.png", small);
            write(folder, "1/b.png", TestPictures.grey(1, 2, 10, 20));
        }, "@1/b.png has 1×2 pixels, but @0/a.png has 2×1, and all pictures of a set must have one size:"
                + " scale them, or let them be fitted to one size.");
        addFolder("a picture that ends", folder -> {
            write(folder, "0/a.png", small);
            write(folder, "0/b.png", Arrays.copyOf(TestPictures.flat(200, 200, 7), 60));
        }, "@0/b.png is a damaged png file (Error reading PNG image data), but an intact picture was"
                + " expected: download or copy it again.");
        addFolder("a picture with wrong data", folder -> write(folder, "0/a.png", DamagedBytes.wrongPicture()),
                "@0/a.png is a damaged png file (Error reading PNG image data), but an intact picture was"
                        + " expected: download or copy it again.");
        addFolder("a JPEG that ends", folder -> {
            var noise = new int[64 * 64];
            Arrays.setAll(noise, i -> i * 2_654_435 & 0xffffff);
            var jpeg = TestPictures.colour("jpg", BufferedImage.TYPE_INT_RGB, 64, 64, noise);
            write(folder, "0/a.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));
        }, "@0/a.jpg is a damaged JPEG file (Corrupt JPEG data: premature end of data segment), but an"
                + " intact picture was expected: download or copy it again.");
        addFolder("an empty picture", folder -> write(folder, "0/a.png", new byte[0]),
                "@0/a.png is empty, but data was expected: download or copy it again.");
        addFolder("a text called a picture", folder -> write(folder, "0/a.png", bytes('h', 'e', 'l', 'l', 'o')),
                "@0/a.png begins with the bytes 68 65 6c 6c 6f, but a picture in PNG, JPEG or BMP was expected:"
                        + " convert it, or move it away.");
        addFolder("a picture that is too large", folder -> write(folder, "0/a.png", TestPictures.flat(300, 2, 1)),
                "@0/a.png has 300×2 pixels, but a side may have 256 at most: scale it down.");
        addFolder("a picture that promises too much", folder -> write(folder, "0/a.png", DamagedBytes.hugePicture()),
                "@0/a.png has 60000×60000 pixels, but a side may have 256 at most: scale it down.");
        add("a picture alone", "a.png", small,
                "@a.png is a single picture, but a folder of pictures was expected: open the folder that it lies in.");
        addFolder("too many classes", folder -> {
            for (int i = 0; i < 63; i++) {
                write(folder, "class" + i + "/a.png", small);
            }
        }, "@ has 63 classes, but at most 62 were expected: keep fewer folders or labels in it.");
        addFolder("two folders for a part", folder -> {
            write(folder, "test/0/a.png", small);
            write(folder, "testing/0/a.png", small);
        }, "@ has two folders for the part “test”, but one was expected: move one away.");
        addFolder("other files only", folder -> {
            for (int i = 0; i < 2000; i++) {
                write(folder, "file" + i + ".txt", bytes('x'));
            }
        }, "@ has no data, but pairs of IDX files such as train-images-idx3-ubyte.gz and"
                + " train-labels-idx1-ubyte.gz, a folder of pictures for each class, pictures with a labels.csv,"
                + " or Kaggle's train.csv were expected: choose another folder, or the file itself.");
    }

    private void addTable(String what, String table, String sentence) {
        addFolder(what, folder -> {
            write(folder, "a.png", TestPictures.grey(2, 1, 10, 20));
            write(folder, "labels.csv", table.getBytes(StandardCharsets.UTF_8));
        }, sentence);
    }

    private void tables() {
        addTable("a table without the columns", "name,digit\na.png,1\n",
                "@labels.csv has the columns “name,digit”, but “file” and “label” were expected among them:"
                        + " name the columns so.");
        addTable("a table with a missing picture", "file,label\na.png,1\nb.png,1\n",
                "@labels.csv, line 3: “b.png” was named, but there is no such file: put it into the folder, or"
                        + " remove that line.");
        addTable("a table that leaves the folder", "file,label\n../a.png,1\n",
                "@labels.csv, line 2: “../a.png” lies outside the folder, but a picture in it was expected: put"
                        + " it into the folder.");
        addTable("a table with a picture twice", "file,label\na.png,1\na.png,2\n",
                "@labels.csv, line 3: “a.png” was named before, but one line for each picture was expected:"
                        + " remove one of the lines.");
        addTable("a table without a label", "file,label\na.png,\n",
                "@labels.csv, line 2, column 2: nothing was found, but the name of a class was expected:"
                        + " correct that line.");
        addTable("a table with a short row", "file,label\na.png\n",
                "@labels.csv, line 2, has one column, but at least 2 were expected: correct that line.");
        addTable("a table without rows", "file,label\n",
                "@labels.csv has no rows, but one for each picture was expected: choose another table.");
        addTable("a table with an open quote", "file,label\n\"a.png,1\n",
                "@labels.csv, line 2, has one column, but at least 2 were expected: correct that line.");
    }

    private void csv() {
        add("a row that ends", "d.csv", CSV_HEADER + "1,2,3,4,5\n1,2,3",
                "@d.csv, line 3, has 3 columns, but its header has 5: correct that line, or download the file"
                        + " again.");
        add("a column too many", "d.csv", CSV_HEADER + "1,2,3,4,5,6\n",
                "@d.csv, line 2, has 6 columns, but its header has 5: correct that line, or download the file"
                        + " again.");
        add("a value above 255", "d.csv", CSV_HEADER + "1,2,3,4,256\n",
                "@d.csv, line 2, column 5 (pixel3): “256” was found, but a whole number from 0 to 255 was"
                        + " expected: correct that line, or download the file again.");
        add("a fraction", "d.csv", CSV_HEADER + "1,2,0.5,4,25\n",
                "@d.csv, line 2, column 3 (pixel1): “0.5” was found, but a whole number from 0 to 255 was"
                        + " expected: correct that line, or download the file again.");
        add("a negative value", "d.csv", CSV_HEADER + "1,-2,3,4,25\n",
                "@d.csv, line 2, column 2 (pixel0): “-2” was found, but a whole number from 0 to 255 was"
                        + " expected: correct that line, or download the file again.");
        add("a missing value", "d.csv", CSV_HEADER + "1,2,,4,25\n",
                "@d.csv, line 2, column 3 (pixel1): “” was found, but a whole number from 0 to 255 was"
                        + " expected: correct that line, or download the file again.");
        add("a label that is no number", "d.csv", CSV_HEADER + "one,2,3,4,25\n",
                "@d.csv, line 2, column 1 (label): “one” was found, but a whole number from 0 to 61 was"
                        + " expected: correct that line, or download the file again.");
        add("a label above 61", "d.csv", CSV_HEADER + "62,2,3,4,25\n",
                "@d.csv, line 2, column 1 (label): “62” was found, but a whole number from 0 to 61 was"
                        + " expected: correct that line, or download the file again.");
        add("another separator in a row", "d.csv", CSV_HEADER + "1;2;3;4;25\n",
                "@d.csv, line 2, has one column, but its header has 5: correct that line, or download the file"
                        + " again.");
        add("a quote that isn't closed", "d.csv", CSV_HEADER + "1,2,\"3,4,25\n1,2,3,4,5\n",
                "@d.csv, line 2, has 3 columns, but its header has 5: correct that line, or download the file"
                        + " again.");
        add("columns in another order", "d.csv", "label,pixel0,pixel2,pixel1,pixel3\n1,2,3,4,5\n",
                "@d.csv has “pixel2” as the name of column 3, but “pixel1” was expected: choose a CSV as"
                        + " Kaggle's digit recognizer has it.");
        add("no square of columns", "d.csv", "label,pixel0,pixel1\n1,2,3\n",
                "@d.csv has 2 pixel columns, but a square number such as 784 (28×28) was expected: choose a CSV"
                        + " as Kaggle's digit recognizer has it.");
        add("another table", "d.csv", "name,age\nAda,36\n",
                "@d.csv has “name” as the name of its first column, but “label” or “pixel0” was expected:"
                        + " choose a CSV as Kaggle's digit recognizer has it.");
        add("no rows", "d.csv", CSV_HEADER, "@d.csv has a header but no rows: download or copy it again.");
        add("a byte order mark alone", "d.csv", "\ufeff",
                "@d.csv is empty, but data was expected: download or copy it again.");
        addFolder("two files for a part", folder -> {
            write(folder, "train.csv", "pixel0\n1\n".getBytes(StandardCharsets.UTF_8));
            write(folder, "training.csv", "pixel0\n1\n".getBytes(StandardCharsets.UTF_8));
        }, "@ has two files for the part “train”, train.csv and training.csv, but one was expected: choose"
                + " one of them, or move one away.");
    }

    private void idx() {
        add("images that end", "d", IdxBytes.images(2, 1, 2, 1, 2, 3),
                "@d has a header for 2 images of 2×1 pixels, which is 4 bytes, but only 3 follow it: download"
                        + " or copy it again.");
        add("gzip that ends", "d", Arrays.copyOf(IdxBytes.gzip(IdxBytes.images(2, 1, 2, 1, 2, 3, 4)), 25),
                "@d is a damaged gzip file (Unexpected end of ZLIB input stream), but an intact one was"
                        + " expected: download or copy it again.");
        add("a sound", "d.wav", bytes('R', 'I', 'F', 'F', 4, 0, 0, 0),
                "@d.wav begins with the bytes 52 49 46 46, but an IDX file of images begins with 00 00 08 03, a"
                        + " CSV with the names of its columns, .npz with 50 4b 03 04 and .npy with 93 4e 55 4d 50 59:"
                        + " choose another file.");
    }
}

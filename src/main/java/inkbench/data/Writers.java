package inkbench.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Who wrote each image of some data. Instances never change. */
public final class Writers {
    private final int[] numbers;
    private final List<String> names;

    private Writers(int[] numbers, List<String> names) {
        this.numbers = numbers;
        this.names = names;
    }

    /** Takes down one image after the other. */
    public static final class Builder {
        private final Map<String, Integer> known = new HashMap<>();
        private final List<String> names = new ArrayList<>();
        private final int[] numbers;
        private int size;

        /**
         * Begins a list.
         *
         * @param images
         *            how many there will be at most
         */
        public Builder(int images) {
            numbers = new int[images];
        }

        /** Says who wrote the next image. */
        public void add(String writer) {
            numbers[size++] = known.computeIfAbsent(writer, name -> {
                names.add(name);
                return names.size() - 1;
            });
        }

        /** All that were added. */
        public Writers build() {
            return new Writers(Arrays.copyOf(numbers, size), List.copyOf(names));
        }
    }

    /** The writers of images, by what they are called. */
    public static Writers of(List<String> ofImages) {
        var builder = new Builder(ofImages.size());
        ofImages.forEach(builder::add);
        return builder.build();
    }

    /** How many images. */
    public int size() {
        return numbers.length;
    }

    /** How many different writers. */
    public int count() {
        return names.size();
    }

    /** A number below {@link #count()} for the writer of an image. */
    public int number(int image) {
        return numbers[image];
    }

    /** What the writer of an image is called. */
    public String name(int image) {
        return names.get(numbers[image]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Writers writers && Arrays.equals(numbers, writers.numbers)
                && names.equals(writers.names);
    }

    @Override
    public int hashCode() {
        return Objects.hash(Arrays.hashCode(numbers), names);
    }

    @Override
    public String toString() {
        return numbers.length + " images by " + names.size() + " writers";
    }
}

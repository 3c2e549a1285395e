package org.tamga.matcher.command;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as PNG files. */
final class PictureFile {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private PictureFile() {}

    /**
     * Replaces what was there.
     *
     * @throws CommandFailure MC-05
     */
    static void write(Path file, BufferedImage picture) {
        try {
            Files.write(file, png(picture));
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + file, "MC-05");
        }
    }

    /**
     * For pictures of people: a new file that nobody but its owner reads.
     *
     * @throws CommandFailure MC-06 where something is already, MC-05 where it cannot be written
     */
    static void create(Path file, BufferedImage picture) {
        byte[] content = png(picture);
        try (OutputStream out =
                Channels.newOutputStream(
                        Files.newByteChannel(
                                file,
                                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                OWNER_ONLY))) {
            out.write(content);
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + file, "MC-05");
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    /**
     * Before the work that would be lost.
     *
     * @throws CommandFailure MC-06
     */
    static void checkNew(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(file);
        }
    }

    private static CommandFailure exists(Path file) {
        return new CommandFailure(file + " exists already and is not overwritten", "MC-06");
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            // Without it the picture goes through a file in the folder for temporary ones.
            try (var memory = new MemoryCacheImageOutputStream(bytes)) {
                if (!ImageIO.write(picture, "png", memory)) {
                    throw new IllegalStateException("no PNG writer for this picture");
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

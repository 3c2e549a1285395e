package org.tamga.devices.simulator;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.tamga.devices.camera.CameraSpec;

/**
 * Numbered pictures in a folder that the OpenCV driver reads as if they came from a sensor. It
 * stands in for image sequences and, short of a kernel module, for USB cameras: V4L2 itself is not
 * touched by it.
 */
public final class PictureSequence implements Simulator {
    private final FaultScript script =
            new FaultScript(
                    EnumSet.of(
                            SimulatedFault.UNPLUGGED,
                            SimulatedFault.BLACK_IMAGE,
                            SimulatedFault.OVEREXPOSED,
                            SimulatedFault.FROZEN));
    private final Path folder;
    private final CameraScenes scenes;
    private List<BufferedImage> shown;

    /**
     * @param parent a folder of its own is made in it
     */
    public PictureSequence(CameraSpec spec, Path parent) throws IOException {
        Files.createDirectories(parent);
        this.folder = Files.createTempDirectory(parent, "frames");
        this.scenes = new CameraScenes(spec.width(), spec.height());
        this.shown = scenes.room();
        lay(shown);
    }

    @Override
    public String at() {
        return folder.resolve("%04d.bmp").toString();
    }

    @Override
    public Set<SimulatedFault> faults() {
        return script.known();
    }

    @Override
    public synchronized void breakWith(SimulatedFault fault) {
        script.fromNowOn(fault);
        layWhatIsSeen();
    }

    private void layWhatIsSeen() {
        Optional<SimulatedFault> fault = script.standing();
        if (fault.isEmpty()) {
            lay(shown);
            return;
        }
        switch (fault.get()) {
            case UNPLUGGED -> clear();
            case BLACK_IMAGE -> lay(scenes.dark());
            case OVEREXPOSED -> lay(scenes.burntOut());
            case FROZEN -> lay(shown.stream().map(picture -> shown.getFirst()).toList());
            default -> throw new IllegalStateException(fault.get().name());
        }
    }

    @Override
    public synchronized void repair() {
        script.clear();
        layWhatIsSeen();
    }

    @Override
    public synchronized void present() {
        shown = scenes.visitor();
        layWhatIsSeen();
    }

    /** Each file is replaced in one step: a reader sees the old picture or the new one. */
    private void lay(List<BufferedImage> pictures) {
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < pictures.size(); i++) {
                Path next = folder.resolve("next");
                ImageIO.write(pictures.get(i), "bmp", next.toFile());
                Files.move(
                        next,
                        folder.resolve("%04d.bmp".formatted(i)),
                        java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        clear();
    }
}

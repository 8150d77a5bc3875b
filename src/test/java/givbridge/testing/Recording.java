package givbridge.testing;

import com.ghgande.j2mod.modbus.msg.ReadInputRegistersResponse;
import com.ghgande.j2mod.modbus.msg.ReadMultipleRegistersResponse;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import givbridge.modbus.Frame;
import givbridge.modbus.FrameReader;
import givbridge.modbus.ReadMeterProductResponse;
import givbridge.plant.Block;
import givbridge.plant.BlockKey;
import givbridge.plant.BlockSpec;
import givbridge.registers.Bank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a dongle sent, as its lines were recorded, through the reader of frames. */
public final class Recording {
  /** The recordings that the project keeps. */
  public static final Path OWN = Path.of("src/test/resources/captures");

  /** Where more of them may lie. */
  public static final Path ALL =
      Path.of(System.getProperty("givbridge.captures", "../shared/captures"));

  private Recording() {}

  /** Every block that came with a valid checksum, in the order of the recording. */
  public static List<Block> blocks(Path file) throws IOException {
    List<Block> blocks = new ArrayList<>();
    FrameReader reader = new FrameReader();
    Instant at = Instant.EPOCH;
    for (String line : Files.readAllLines(file)) {
      String[] words = line.split(" ", -1);
      String way = words[words.length - Math.min(2, words.length)].replace(":", "");
      if (line.startsWith("#") || !way.equals("rx")) {
        continue;
      }
      at = words.length == 3 ? Instant.parse(words[0].replace("+00:00", "Z")) : at.plusMillis(100);
      for (Frame frame : reader.feed(HexFormat.of().parseHex(words[words.length - 1]))) {
        if (frame instanceof Frame.Reply reply) {
          block(reply, at).ifPresent(blocks::add);
        }
      }
    }
    return blocks;
  }

  /** The registers after the last line, by device address and bank. */
  public static Map<Integer, Map<Bank, Map<Integer, Integer>>> banks(Path file) throws IOException {
    Map<Integer, Map<Bank, Map<Integer, Integer>>> banks = new TreeMap<>();
    for (Block block : blocks(file)) {
      BlockSpec spec = block.key().spec();
      Map<Integer, Integer> words =
          banks
              .computeIfAbsent(block.key().address(), a -> new HashMap<>())
              .computeIfAbsent(spec.bank(), b -> new HashMap<>());
      for (int register = spec.base(); register < spec.base() + spec.count(); register++) {
        words.put(register, block.word(spec.bank(), register));
      }
    }
    return banks;
  }

  private static Optional<Block> block(Frame.Reply reply, Instant at) {
    InputRegister[] registers;
    Bank bank;
    if (reply.response() instanceof ReadMeterProductResponse product) {
      bank = Bank.MR;
      registers = product.getRegisters();
    } else if (reply.response() instanceof ReadMultipleRegistersResponse holding) {
      bank = Bank.HR;
      registers = holding.getRegisters();
    } else if (reply.response() instanceof ReadInputRegistersResponse input) {
      bank = Bank.IR;
      registers = input.getRegisters();
    } else {
      return Optional.empty();
    }
    int[] words = Arrays.stream(registers).mapToInt(InputRegister::toUnsignedShort).toArray();
    BlockSpec spec = new BlockSpec(bank, reply.key().base(), words.length);
    return Optional.of(new Block(new BlockKey(reply.key().address(), spec), words, at));
  }
}

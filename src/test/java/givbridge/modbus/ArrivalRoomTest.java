package givbridge.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections share one buffer, and never while one of them still has it. */
class ArrivalRoomTest {
  private final UnpooledByteBufAllocator others = new UnpooledByteBufAllocator(false);
  private final ArrivalRoom room = new ArrivalRoom();

  @AfterEach
  void close() {
    room.close();
  }

  private ByteBuf allocated() {
    return room.newHandle().allocate(others);
  }

  @Test
  void whatWasLetGoOfIsUsedAgainAndEmpty() {
    ByteBuf first = allocated();
    first.writeInt(7);
    first.release();

    ByteBuf second = allocated();

    assertThat(second).isSameAs(first);
    assertThat(second.readableBytes()).isZero();
    second.release();
  }

  @Test
  void whatIsHeldIsNotGivenToAnother() {
    ByteBuf held = allocated();
    held.writeInt(7);

    ByteBuf other = allocated();
    other.writeInt(8);

    assertThat(held.readInt()).isEqualTo(7);
    assertThat(other.readInt()).isEqualTo(8);
    held.release();
    other.release();
  }

  @Test
  void nothingIsLeftAfterTheEndHoweverOftenItIsEnded() {
    ByteBuf last = allocated();
    last.release();

    room.close();
    room.close();

    assertThat(last.refCnt()).isZero();
  }
}

package givbridge.modbus;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;

/**
 * One buffer for all that arrives on one event loop. What is in it is taken out before anything
 * else is read, so that no connection needs one of its own, nor a pool to take it from.
 */
final class ArrivalRoom extends DefaultMaxMessagesRecvByteBufAllocator implements AutoCloseable {
  /** More than the longest frame; of more bytes the rest is read next. */
  private static final int ROOM = 2048;

  private final ByteBuf buffer = Unpooled.directBuffer(ROOM, ROOM);

  @Override
  public ExtendedHandle newHandle() {
    return new MaxMessageHandle() {
      @Override
      public int guess() {
        return ROOM;
      }

      /** Another one where somebody has not let go of it. */
      @Override
      public ByteBuf allocate(ByteBufAllocator others) {
        return buffer.refCnt() == 1 ? buffer.retain().clear() : super.allocate(others);
      }
    };
  }

  /** Once no connection is open any more; later calls do nothing. */
  @Override
  public void close() {
    if (buffer.refCnt() > 0) {
      buffer.release();
    }
  }
}

using Simulator.Primitives;

namespace Simulator.Protocol.Settlement;

/// <summary>When a batch goes out.</summary>
/// <param name="Size">Items at which it goes out at once.</param>
/// <param name="IdleTimeout">Time after the latest item.</param>
/// <param name="MaxAge">Time after the first item.</param>
public sealed record BatchBufferLimits(int Size, SimDuration IdleTimeout, SimDuration MaxAge)
{
    /// <summary>The facilitator's: 20 items, 300 s, 900 s.</summary>
    public static readonly BatchBufferLimits Default =
        new(20, SimDuration.FromSeconds(300), SimDuration.FromSeconds(900));
}

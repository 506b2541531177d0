using Simulator.Chain.State;
using Simulator.Primitives;

namespace Simulator.Chain.Bridge;

/// <summary>What one end of the bridge has ever sent and delivered.</summary>
/// <param name="Messages">Messages sent; the number of the last one.</param>
/// <param name="Sent">Token sent.</param>
/// <param name="Deliveries">Messages of the other end delivered here.</param>
/// <param name="Delivered">Token delivered here.</param>
public readonly record struct BridgeTotals(ulong Messages, OpgAmount Sent, ulong Deliveries, OpgAmount Delivered)
{
    internal void Write(SlotWriter writer)
    {
        writer.UInt64(Messages);
        writer.UInt128(Sent.BaseUnits);
        writer.UInt64(Deliveries);
        writer.UInt128(Delivered.BaseUnits);
    }
}

using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Rpc;

/// <summary>Answer to <see cref="GetTransactionCount"/>.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Pending">Transactions of the account in blocks, and those in the pool that can follow them.</param>
public sealed record GetTransactionCountReply(ulong Call, ulong Pending) : Message, IMessage<GetTransactionCountReply>
{
    public static ushort Number => 303;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(60);

    public static GetTransactionCountReply Read(ref MessageReader reader) => new(reader.UInt64(), reader.UInt64());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.UInt64(Pending);
    }
}

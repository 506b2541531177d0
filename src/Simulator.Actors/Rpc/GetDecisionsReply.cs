using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Rpc;

/// <summary>Answer to <see cref="GetDecisions"/>.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Height">The newest block that was looked into.</param>
/// <param name="Logs">The logs, as <see cref="Simulator.Chain.Disputes.DecidedAnswer"/> writes them.</param>
public sealed record GetDecisionsReply(ulong Call, long Height, byte[] Logs) : Message, IMessage<GetDecisionsReply>
{
    public static ushort Number => 441;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(120 + (2 * Logs.Length));

    public static GetDecisionsReply Read(ref MessageReader reader) =>
        new(reader.UInt64(), reader.Int64(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Int64(Height);
        writer.Bytes(Logs);
    }
}

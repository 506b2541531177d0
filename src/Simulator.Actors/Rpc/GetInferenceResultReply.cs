using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Rpc;

/// <summary>The receipt of an inference transaction, or none yet.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Mined">The transaction is in a block.</param>
/// <param name="Height">Block height.</param>
/// <param name="Revert">Name of the contract's error, or null on success.</param>
/// <param name="Attachment">What the block carries next to it; empty for nothing.</param>
public sealed record GetInferenceResultReply(ulong Call, bool Mined, long Height, string? Revert, byte[] Attachment)
    : Message, IMessage<GetInferenceResultReply>
{
    public static ushort Number => 336;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(600 + (2 * Attachment.Length), Revert);

    public static GetInferenceResultReply Read(ref MessageReader reader) =>
        new(reader.UInt64(), reader.Boolean(), reader.Int64(), reader.OptionalText(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Boolean(Mined);
        writer.Int64(Height);
        writer.OptionalText(Revert);
        writer.Bytes(Attachment);
    }
}

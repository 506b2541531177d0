using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Http;

/// <summary>An answer with a zero-knowledge proof of it. The proof is modelled: its size, and whether it holds.</summary>
/// <param name="Reply">The answer.</param>
/// <param name="ProofBytes">Length of the proof.</param>
/// <param name="Holds">Whether whoever checks it finds it valid.</param>
public sealed record ProvenReply(InferenceReply Reply, int ProofBytes, bool Holds) : Message, IMessage<ProvenReply>
{
    public static ushort Number => 385;

    public override ushort TypeNumber => Number;

    public override long WireBytes => Reply.WireBytes + ProofBytes;

    public static ProvenReply Read(ref MessageReader reader)
    {
        InferenceReply reply = InferenceReply.Read(ref reader);
        ulong size = reader.VarUInt();
        return size <= int.MaxValue
            ? new(reply, (int)size, reader.Boolean())
            : throw new MessageFormatException("a proof is out of range");
    }

    public override void Write(ref MessageWriter writer)
    {
        Reply.Write(ref writer);
        writer.VarUInt((ulong)ProofBytes);
        writer.Boolean(Holds);
    }
}

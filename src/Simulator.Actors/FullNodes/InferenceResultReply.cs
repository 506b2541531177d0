using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.FullNodes;

/// <summary>What an inference node says to a request of the inference mempool.</summary>
/// <param name="Request">Keccak-256 of the transaction hash.</param>
/// <param name="TeeId">Who was asked.</param>
/// <param name="Result">The signed result; empty when there is none.</param>
/// <param name="Refusal">Why there is none now, such as a full queue; null with a result.</param>
public sealed record InferenceResultReply(Hash32 Request, Hash32 TeeId, byte[] Result, string? Refusal)
    : Message, IMessage<InferenceResultReply>
{
    public static ushort Number => 331;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(150 + (2 * Result.Length), Refusal);

    public static InferenceResultReply Read(ref MessageReader reader) =>
        new(reader.Hash(), reader.Hash(), reader.Bytes(), reader.OptionalText());

    public override void Write(ref MessageWriter writer)
    {
        writer.Hash(Request);
        writer.Hash(TeeId);
        writer.Bytes(Result);
        writer.OptionalText(Refusal);
    }
}

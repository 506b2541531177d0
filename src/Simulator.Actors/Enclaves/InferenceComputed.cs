using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Enclaves;

/// <summary>A signed answer.</summary>
/// <param name="Ticket">Number the gateway gave this piece of work.</param>
/// <param name="Body">JSON response bytes.</param>
/// <param name="Model">Name and version that ran.</param>
/// <param name="ModelBlob">Blob id that ran.</param>
/// <param name="InputHash">As the answer says: keccak of the canonical request bytes.</param>
/// <param name="OutputHash">As the answer says: keccak of the output string.</param>
/// <param name="Queued">Time waited for a free slot.</param>
/// <param name="Computed">Service time.</param>
public sealed record InferenceComputed(
    ulong Ticket,
    byte[] Body,
    string Model,
    string ModelBlob,
    Hash32 InputHash,
    Hash32 OutputHash,
    SimDuration Queued,
    SimDuration Computed) : Message, IMessage<InferenceComputed>
{
    public static ushort Number => 131;

    public override ushort TypeNumber => Number;

    public static InferenceComputed Read(ref MessageReader reader) => new(
        reader.UInt64(),
        reader.Bytes(),
        reader.Text(),
        reader.Text(),
        reader.Hash(),
        reader.Hash(),
        reader.Duration(),
        reader.Duration());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Ticket);
        writer.Bytes(Body);
        writer.Text(Model);
        writer.Text(ModelBlob);
        writer.Hash(InputHash);
        writer.Hash(OutputHash);
        writer.Duration(Queued);
        writer.Duration(Computed);
    }
}

using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Conditions;

/// <summary>POST /settle of a session whose answers had to be verified.</summary>
/// <param name="Call">The gateway's number for this call.</param>
/// <param name="Body">As of an unconditional settlement.</param>
/// <param name="Answers">Names of the answers charged for, 32 bytes each, that must stand verified on the inference chain.</param>
/// <param name="Proven">Requests charged for whose proofs come along, one per line.</param>
/// <param name="ProofBytes">Length of all proofs.</param>
public sealed record PostConditionalSettle(ulong Call, byte[] Body, byte[] Answers, string Proven, long ProofBytes)
    : Message, IMessage<PostConditionalSettle>
{
    public static ushort Number => 380;

    public override ushort TypeNumber => Number;

    public override long WireBytes =>
        HttpSize.Request(Body.Length + (2 * Answers.Length) + Proven.Length + Math.Max(0, ProofBytes));

    public static PostConditionalSettle Read(ref MessageReader reader) =>
        new(reader.UInt64(), reader.Bytes(), reader.Bytes(), reader.Text(), reader.Int64());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Bytes(Body);
        writer.Bytes(Answers);
        writer.Text(Proven);
        writer.Int64(ProofBytes);
    }
}

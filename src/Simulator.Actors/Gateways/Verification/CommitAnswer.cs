using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Gateways.Verification;

/// <summary>A node's answer, to be committed to on chain.</summary>
/// <param name="Ticket">The gateway's number of the work.</param>
/// <param name="Subject">Name of the answer: request and node.</param>
/// <param name="Question">Request bytes.</param>
/// <param name="Output">The output string.</param>
/// <param name="Model">SHA-256 of the model file that is said to have run.</param>
public sealed record CommitAnswer(ulong Ticket, string Subject, byte[] Question, string Output, Hash32 Model)
    : Message, IMessage<CommitAnswer>
{
    public static ushort Number => 371;

    public override ushort TypeNumber => Number;

    public static CommitAnswer Read(ref MessageReader reader) =>
        new(reader.UInt64(), reader.Text(), reader.Bytes(), reader.Text(), reader.Hash());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Ticket);
        writer.Text(Subject);
        writer.Bytes(Question);
        writer.Text(Output);
        writer.Hash(Model);
    }
}

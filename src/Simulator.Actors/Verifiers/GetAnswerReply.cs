using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Verifiers;

/// <summary>Question and answer behind a commitment; an empty question when the node has none under that name.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Subject">Name of the answer: request and node.</param>
/// <param name="Question">Request bytes.</param>
/// <param name="Output">The output string.</param>
public sealed record GetAnswerReply(ulong Call, string Subject, byte[] Question, string Output)
    : Message, IMessage<GetAnswerReply>
{
    public static ushort Number => 375;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(Subject.Length + Question.Length + Output.Length);

    public static GetAnswerReply Read(ref MessageReader reader) =>
        new(reader.UInt64(), reader.Text(), reader.Bytes(), reader.Text());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Text(Subject);
        writer.Bytes(Question);
        writer.Text(Output);
    }
}

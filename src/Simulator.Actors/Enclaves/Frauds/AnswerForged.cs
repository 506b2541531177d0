using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Pricing;

namespace Simulator.Actors.Enclaves.Frauds;

/// <summary>The answer that follows is not what it is sold as; nobody outside the node ever sees this.</summary>
/// <param name="Ticket">Number the gateway gave this piece of work.</param>
/// <param name="Fraud">Name in the catalogue of frauds.</param>
/// <param name="Worth">The tokens that an honest bill would state; null when the answer is worth nothing.</param>
internal sealed record AnswerForged(ulong Ticket, string Fraud, TokenUsage? Worth) : Message, IMessage<AnswerForged>
{
    public static ushort Number => 410;

    public override ushort TypeNumber => Number;

    public static AnswerForged Read(ref MessageReader reader)
    {
        ulong ticket = reader.UInt64();
        string fraud = reader.Text();
        return new(
            ticket,
            fraud,
            reader.Boolean() ? new TokenUsage(reader.RequestNumber(), reader.RequestNumber()) : null);
    }

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Ticket);
        writer.Text(Fraud);
        writer.Boolean(Worth is not null);
        if (Worth is { } usage)
        {
            writer.VarUInt((ulong)usage.PromptTokens);
            writer.VarUInt((ulong)usage.CompletionTokens);
        }
    }
}

using Simulator.Chain.State;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Disputes;

/// <summary>A committed answer in contract state.</summary>
/// <param name="Index">Its place in the order of commitments.</param>
/// <param name="Node">Who committed it.</param>
/// <param name="Row">What was committed.</param>
/// <param name="Due">Unix seconds after which it stands unless it is challenged.</param>
/// <param name="Status">Never <see cref="AnswerStatus.Verified"/> before a rejected challenge: time alone changes no state.</param>
internal sealed record AnswerRecord(ulong Index, Address Node, AnswerRow Row, ulong Due, AnswerStatus Status)
{
    /// <summary>Verifiers who said that it is right, in order.</summary>
    public IReadOnlyList<Address> Approvers { get; init; } = [];

    public Dispute? Dispute { get; init; }

    /// <summary>Where it stands at a time.</summary>
    public AnswerStatus At(ulong now) => Status == AnswerStatus.Open && now > Due ? AnswerStatus.Verified : Status;

    internal static void Write(SlotWriter writer, AnswerRecord answer)
    {
        writer.UInt64(answer.Index);
        writer.Address(answer.Node);
        writer.Hash(answer.Row.Answer);
        writer.Hash(answer.Row.Input);
        writer.Hash(answer.Row.Output);
        writer.Hash(answer.Row.Model);
        writer.UInt64(answer.Due);
        writer.Byte((byte)answer.Status);
        writer.UInt32((uint)answer.Approvers.Count);
        foreach (Address approver in answer.Approvers)
        {
            writer.Address(approver);
        }

        answer.Dispute?.Write(writer);
    }
}

/// <summary>A challenge under way, or the one that decided.</summary>
/// <param name="Challenger">Who says that the answer is wrong.</param>
/// <param name="Output">What it should have been.</param>
/// <param name="Question">The request bytes; empty once it is over.</param>
/// <param name="RuleBy">Unix seconds after which nobody rules on it any more.</param>
/// <param name="Rulings">Who said what, in order.</param>
internal sealed record Dispute(
    Address Challenger, Hash32 Output, byte[] Question, ulong RuleBy, IReadOnlyList<(Address Juror, bool Upheld)> Rulings)
{
    internal void Write(SlotWriter writer)
    {
        writer.Address(Challenger);
        writer.Hash(Output);
        writer.Bytes(Question);
        writer.UInt64(RuleBy);
        writer.UInt32((uint)Rulings.Count);
        foreach ((Address juror, bool upheld) in Rulings)
        {
            writer.Address(juror);
            writer.Boolean(upheld);
        }
    }
}

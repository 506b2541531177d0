using Simulator.Protocol.Settlement;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Evidence settlement and stake as rows.</summary>
internal static class EvidenceRows
{
    public static void Write(InsertStatement row, EvidenceRecord job) => row
        .Add(job.Job)
        .Add(job.Request.ToString())
        .Add(job.Worker)
        .Add(job.Type.HeaderText())
        .Add(job.AnsweredAt)
        .Add(job.QueuedAt)
        .Add(job.BlockAt)
        .Add(job.EndedAt)
        .Add(job.Fate.ToString().ToLowerInvariant())
        .Add(job.Reason)
        .Add(job.Transaction)
        .Add(job.Height)
        .Add(job.BlobId)
        .Add(job.Root)
        .Add((long?)job.Row)
        .Add((long?)job.Answers)
        .Add(job.Gas)
        .Write();

    public static void Write(RunStore store, in ObservedFact fact)
    {
        if (fact.What is StakeTotalled said)
        {
            store.Into(EvidenceTables.Stakes).Add(said.Chain).Add(said.Height).Add(fact.At).Add(said.Bonded)
                .Add(said.Unbonding).Add(said.Slashed).Add(said.Burned).Write();
        }
    }
}

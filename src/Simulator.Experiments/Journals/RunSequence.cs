using System.Collections;
using Simulator.Reporting;

namespace Simulator.Experiments;

/// <summary>The runs of a journal in order of arm and replication, read one at a time.</summary>
internal sealed class RunSequence(Journal journal, int arms, int replications) : IEnumerable<ExperimentRun>
{
    public IEnumerator<ExperimentRun> GetEnumerator()
    {
        for (int arm = 0; arm < arms; arm++)
        {
            foreach (ExperimentRun run in Of(arm))
            {
                yield return run;
            }
        }
    }

    /// <summary>The runs of one arm that have ended.</summary>
    public IEnumerable<ExperimentRun> Of(int arm)
    {
        for (int replication = 0; replication < replications; replication++)
        {
            if (journal.Find(new RunId(arm, replication)) is { } run)
            {
                yield return run;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

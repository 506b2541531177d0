using System.Text;
using System.Xml;

namespace Simulator.Reporting;

/// <summary><c>junit.xml</c>: every verdict in every arm as a test case, for systems that build and test.</summary>
/// <remarks>An inconclusive verdict is a skipped test case: nothing failed, and nothing was shown.</remarks>
internal static class JUnitFile
{
    public const string Name = "junit.xml";

    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    public static void Write(string path, ExperimentSummary summary)
    {
        (string Name, Verdict Verdict)[] cases = [.. summary.Verdicts.SelectMany(verdict => verdict.Arms.Select(arm => (
            summary.Arms.Count > 1 && arm.Arm is { } number
                ? $"{verdict.Expression} [{summary.Arms[number].Label}]"
                : verdict.Expression,
            arm.Verdict)))];
        using XmlWriter xml = XmlWriter.Create(path, Settings);
        xml.WriteStartElement("testsuites");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", summary.Description.Scenario);
        xml.WriteAttributeString("tests", Count(cases.Length + summary.Failures.Count));
        xml.WriteAttributeString("failures", Count(cases.Count(test => test.Verdict.Outcome == VerdictOutcome.Fail)));
        xml.WriteAttributeString("errors", Count(summary.Failures.Count));
        xml.WriteAttributeString("skipped", Count(cases.Count(test => test.Verdict.Outcome == VerdictOutcome.Inconclusive)));
        foreach ((string name, Verdict verdict) in cases)
        {
            WriteCase(xml, summary, name, verdict);
        }

        foreach (ExperimentRun run in summary.Failures)
        {
            xml.WriteStartElement("testcase");
            xml.WriteAttributeString("classname", summary.Description.Scenario);
            xml.WriteAttributeString("name", $"arm {Count(run.Arm)}, replication {Count(run.Replication)} runs to its end");
            xml.WriteStartElement("error");
            xml.WriteAttributeString("message", run.Failure!.Message);
            xml.WriteString(run.Failure.Command);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, ExperimentSummary summary, string name, Verdict verdict)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", summary.Description.Scenario);
        xml.WriteAttributeString("name", name);
        if (verdict.Outcome != VerdictOutcome.Pass)
        {
            xml.WriteStartElement(verdict.Outcome == VerdictOutcome.Fail ? "failure" : "skipped");
            xml.WriteAttributeString("message", Measured(verdict));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Measured(Verdict verdict)
    {
        if (verdict.Estimate is not { } estimate || verdict.OfJudge)
        {
            return verdict.Note;
        }

        (string value, string interval) = Wording.Figure(estimate, verdict.Unit);
        return $"{value} [{interval}], n = {Wording.Count(estimate.N)}: {verdict.Note}";
    }

    private static string Count(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Simulator.Scenarios.Problems;
using Simulator.Scenarios.Sources;

namespace Simulator.Scenarios.Schema;

/// <summary>A group or one of its members, as runs name them: <c>honest</c>, <c>honest/3</c>.</summary>
/// <remarks>Whether they exist is a condition between sections.</remarks>
internal sealed partial class MemberShape(string example) : ScalarShape<string>
{
    private const string Form = "^[a-z][a-z0-9-]{0,31}(/[1-9][0-9]{0,6})?$";

    public override string TypeName => "member";

    public override string Example => example;

    public override string Expectation => $"the name of a group, or of one of its members such as {example}";

    public override string Format(string value) => value;

    public override JsonObject ToJsonSchema() => new() { ["type"] = "string", ["pattern"] = Form };

    protected override bool TryRead(ScalarNode node, ReadContext context, out string value, out Complaint complaint)
    {
        value = node.Text;
        bool isMember = Pattern().IsMatch(value);
        complaint = isMember
            ? default
            : new($"'{Shorten.Text(value)}' names no member", Expectation, $"write for example {example}");
        return isMember;
    }

    [GeneratedRegex(Form)]
    private static partial Regex Pattern();
}

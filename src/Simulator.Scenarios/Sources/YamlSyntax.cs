using Simulator.Scenarios.Problems;

namespace Simulator.Scenarios.Sources;

/// <summary>Says in the words of a scenario's author what the YAML scanner met.</summary>
internal static class YamlSyntax
{
    private static readonly (string Sign, Complaint Complaint)[] Known =
    [
        (
            "escape character",
            new("an unknown escape in a quoted text", "\\\\, \\\", \\n or \\uXXXX", "use single quotes")),
        ("quoted scalar", new("a quoted text is not closed", "the same quote at its end", "close the quote")),
        (
            "flow sequence",
            new("a list in brackets is broken", "',' between items and ']' at the end", "check commas and brackets")),
        (
            "flow mapping",
            new("a mapping in braces is broken", "',' between keys and '}' at the end", "check commas and braces")),
        (
            "found invalid mapping",
            new("a second ':' in one value", "one key and one value in a line", "put the value in quotes")),
        (
            "mapping values are not allowed",
            new("a second ':' in one value", "one key and one value in a line", "put the value in quotes")),
        ("simple key", new("a line without ':'", "'key: value'", "add the colon and a space after it")),
        ("block sequence", new("a list is broken here", "every '-' of one list in one column", "line them up")),
        (
            "block mapping",
            new(
                "the mapping is broken here",
                "'key: value' lines in one column",
                "line the keys up, and put a space after every colon")
        ),
        ("start any token", new("a character that YAML reserves", "a plain value", "put the value in quotes")),
        ("node content", new("a value is broken here", "a plain value", "put the value in quotes")),
        ("document start", new("a YAML directive", "a scenario", "remove the line that begins with '%'")),
        ("anchor", new("a broken anchor or alias", "a value", "put values that begin with '&' or '*' in quotes")),
        ("alias", new("a broken anchor or alias", "a value", "put values that begin with '&' or '*' in quotes")),
        ("tag", new("a broken tag", "a value", "put values that begin with '!' in quotes")),
        ("directive", new("a YAML directive", "a scenario", "remove the line that begins with '%'")),
    ];

    public static Complaint Explain(string message)
    {
        foreach ((string sign, Complaint complaint) in Known)
        {
            if (message.Contains(sign, StringComparison.OrdinalIgnoreCase))
            {
                return complaint;
            }
        }

        return new(
            "from here on this is not YAML",
            "'key: value' lines, indented by spaces",
            "check quotes, brackets and indentation");
    }
}

"""Which Pygments lexer reads which of Rouge's languages, and words to try each pair with."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pygments.lexers import _css_builtins

# Rouge's languages that a lexer of Pygments reads; modules are those of `pygments.lexers`.
_LEXERS = """
    abap business:ABAPLexer
    actionscript actionscript:ActionScriptLexer
    ada ada:AdaLexer
    apache configs:ApacheConfLexer
    apex jvm:JavaLexer
    applescript scripting:AppleScriptLexer
    augeas configs:AugeasLexer
    awk textedit:AwkLexer
    batchfile shell:BatchLexer
    bbcbasic basic:BBCBasicLexer
    bibtex bibtex:BibTeXLexer
    biml html:XmlLexer
    brainfuck esoteric:BrainfuckLexer
    ceylon jvm:CeylonLexer
    cfscript templates:ColdfusionCFCLexer
    clean clean:CleanLexer
    clojure jvm:ClojureLexer
    cmake make:CMakeLexer
    coffeescript javascript:CoffeeScriptLexer
    common_lisp lisp:CommonLispLexer
    conf configs:ApacheConfLexer
    coq theorem:RocqLexer
    cpp c_cpp:CppLexer
    crystal crystal:CrystalLexer
    csharp dotnet:CSharpLexer
    cuda c_like:CudaLexer
    cypher graph:CypherLexer
    cython python:CythonLexer
    d d:DLexer
    dart javascript:DartLexer
    dot graphviz:GraphvizLexer
    ecl ecl:ECLLexer
    eiffel eiffel:EiffelLexer
    elixir erlang:ElixirLexer
    elm elm:ElmLexer
    email email:EmailLexer
    epp dsls:PuppetLexer
    erb templates:ErbLexer
    factor factor:FactorLexer
    fortran fortran:FortranLexer
    freefem freefem:FreeFemLexer
    fsharp dotnet:FSharpLexer
    gdscript gdscript:GDScriptLexer
    gherkin testing:GherkinLexer
    glsl graphics:GLShaderLexer
    gradle jvm:GroovyLexer
    graphql graphql:GraphQLLexer
    groovy jvm:GroovyLexer
    hack php:PhpLexer
    haml html:HamlLexer
    handlebars templates:HandlebarsLexer
    haskell haskell:HaskellLexer
    haxe haxe:HaxeLexer
    hcl configs:TerraformLexer
    hlsl graphics:HLSLShaderLexer
    hql sql:SqlLexer
    http textfmts:HttpLexer
    hylang lisp:HyLexer
    idris haskell:IdrisLexer
    igorpro igor:IgorLexer
    io iolang:IoLexer
    irb ruby:RubyConsoleLexer
    irb_output ruby:RubyLexer
    isabelle theorem:IsabelleLexer
    j j:JLexer
    janet lisp:JanetLexer
    jinja templates:DjangoLexer
    json-doc data:JsonLexer
    jsonnet jsonnet:JsonnetLexer
    jsp templates:JspLexer
    julia julia:JuliaLexer
    kotlin jvm:KotlinLexer
    lasso javascript:LassoLexer
    lean lean:Lean3Lexer
    literate_haskell haskell:LiterateHaskellLexer
    livescript javascript:LiveScriptLexer
    llvm asm:LlvmLexer
    lua scripting:LuaLexer
    mason templates:MasonLexer
    mathematica algebra:MathematicaLexer
    matlab matlab:MatlabLexer
    meson meson:MesonLexer
    moonscript scripting:MoonScriptLexer
    mosel mosel:MoselLexer
    mxml actionscript:MxmlLexer
    nasm asm:NasmLexer
    nim nimrod:NimrodLexer
    nix nix:NixLexer
    objective_c objective:ObjectiveCLexer
    objective_cpp objective:ObjectiveCppLexer
    ocaml ml:OcamlLexer
    openedge business:OpenEdgeLexer
    pascal pascal:DelphiLexer
    perl perl:PerlLexer
    plist html:XmlLexer
    plsql sql:PlPgsqlLexer
    pony pony:PonyLexer
    postscript graphics:PostScriptLexer
    powershell shell:PowerShellLexer
    praat praat:PraatLexer
    prolog prolog:PrologLexer
    prometheus promql:PromQLLexer
    properties configs:PropertiesLexer
    protobuf dsls:ProtoBufLexer
    puppet dsls:PuppetLexer
    q q:QLexer
    qml webmisc:QmlLexer
    racket lisp:RacketLexer
    reasonml ml:ReasonLexer
    rego rego:RegoLexer
    robot_framework robotframework:RobotFrameworkLexer
    sas sas:SASLexer
    sass css:SassLexer
    scheme lisp:SchemeLexer
    scss css:ScssLexer
    sed textedit:SedLexer
    sieve sieve:SieveLexer
    slim webmisc:SlimLexer
    smalltalk smalltalk:SmalltalkLexer
    smarty templates:SmartyLexer
    sml ml:SMLLexer
    solidity solidity:SolidityLexer
    sparql rdf:SparqlLexer
    stan modeling:StanLexer
    stata stata:StataLexer
    supercollider supercollider:SuperColliderLexer
    systemd configs:SystemdLexer
    tap testing:TAPLexer
    tcl tcl:TclLexer
    terraform configs:TerraformLexer
    tex markup:TexLexer
    turtle rdf:TurtleLexer
    twig templates:TwigLexer
    vala c_like:ValaLexer
    vb dotnet:VbNetLexer
    vcl varnish:VCLLexer
    velocity templates:VelocityLexer
    verilog hdl:VerilogLexer
    vhdl hdl:VhdlLexer
    viml erlang:ElixirLexer
    vue html:VueLexer
    xojo dotnet:VbNetLexer
    xpath webmisc:XQueryLexer
    xquery webmisc:XQueryLexer
    yang yang:YangLexer
    zig zig:ZigLexer
"""
PYGMENTS = dict(line.split() for line in _LEXERS.strip().splitlines())
_OPTIONS: dict[str, dict[str, Any]] = {"php": {"startinline": True}, "hack": {"startinline": True}}

_SENTENCES = ("{}\n", "x = {};\n", "{}(x)\n", "x.{}\n", "x {} y\n")
_CODE = "coffeescript cpp csharp dart elixir groovy haskell julia kotlin lua objective_c perl powershell vb"
_TRIED_IN = {
    **dict.fromkeys(
        _CODE.split(),
        _SENTENCES,
    ),
    "scss": ("a {{ {}: x; }}\n", "a {{\n  {}: 1px solid;\n}}\n", "a {{ x: {}; }}\n", "a {{ x: 1px {} y; }}\n"),
}
_WORD = re.compile(r"(?<![\w\\-])[A-Za-z_][\w-]*[?!]?")
_SHARED = {
    "scss": ("css",),
    "cpp": ("c",),
}


def lexer_name(language: str) -> tuple[str, dict[str, Any]]:
    """The lexer as `module:Class`, and its options."""
    return f"pygments.lexers.{PYGMENTS[language]}", _OPTIONS.get(language, {})


def probes(language: str) -> Iterator[tuple[str, str]]:
    """(Source, code) that try the words that Rouge's own lexer names in a few places where a word may stand."""
    lexers = _rouge_folder() / "lexers"
    names = (language, *_SHARED.get(language, ()))
    files = [
        path
        for name in names
        for path in (lexers / f"{name}.rb", lexers / name / "keywords.rb", lexers / name / "builtins.rb")
    ]
    if language in ("css", "scss"):
        files.append(Path(_css_builtins.__file__))
    words = {word for path in files if path.is_file() for word in _WORD.findall(path.read_text(encoding="utf-8"))}
    for sentence in _TRIED_IN.get(language, ()):
        for word in sorted(words):
            if "-" not in word or language in ("css", "scss"):
                yield f"probe {sentence}", sentence.format(word)


def _rouge_folder() -> Path:
    found = subprocess.run(
        ["ruby", "-rrouge", "-e", "print $LOADED_FEATURES.grep(%r{/rouge/lexer.rb$})[0]"],
        capture_output=True,
        text=True,
        check=True,
    )
    return Path(found.stdout).parent
